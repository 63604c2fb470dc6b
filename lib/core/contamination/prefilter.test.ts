import { describe, expect, it } from 'vitest'
import { LlamaTokenizer } from '@/lib/core/tokens/llama'
import { reportOn, scanLines, testSide, withoutFilter } from './testing/scan-lines'

const tokenizer = new LlamaTokenizer()
const sentence = 'Put the clean plate beside the coffee machine and close the drawer, please.'
const escapeAll = (text: string) =>
  Array.from(text, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

describe('the prefilter', () => {
  it('passes over lines that share nothing', () => {
    const lines = ['{"text": "Something else entirely, about birds."}', '{"text": "put the plate away"}']
    const { shard, effort } = scanLines(testSide([sentence], tokenizer), lines)
    expect(shard.documents).toBe(2)
    expect(effort).toEqual({ readInFull: 0, bytesInFull: 0 })
  })

  it.each([
    ['as it is', sentence, JSON.stringify(sentence)],
    ['inside a longer text', sentence, JSON.stringify(`Well: ${sentence} Thanks!`)],
    // Trap: n-grams of few printable ASCII bytes in a row need windows below eleven bytes.
    ['an n-gram of eleven bytes, each a token', 'a 7 1 9 3 5 2', JSON.stringify('b 7 1 9 3 5 2')],
    ['line breaks between single signs', '1\n2\n3\n4\n5\n6', JSON.stringify('0\n1\n2\n3\n4\n5\n6\n7')],
    ['bytes of characters that are no tokens', 'ꙊꙊꙊꙊ', '"ꙊꙊꙊꙊ"'],
    ['four emoji', '🦙🦙🦙', '"🦙🦙🦙🦙"'],
    // Trap: lines that escape what needs no escape say nothing by their bytes.
    ['printable ASCII escaped', sentence, `"${escapeAll(sentence)}"`],
    ['one printable sign escaped', sentence, JSON.stringify(sentence).replace('coffee', 'c\\u006fffee')],
    [
      'a slash escaped',
      'cd /usr/local/lib/python3/site-packages',
      '"cd \\/usr\\/local\\/lib\\/python3\\/site-packages"',
    ],
    [
      'a line break as \\u000a',
      'one two\nthree four\nfive six\nseven eight',
      '"one two\\u000athree four\\u000Afive six\\u000aseven eight"',
    ],
    [
      'mixed-case hexadecimal',
      '我能吞下玻璃而不伤身体',
      '"\\u6211\\u80fD\\u541e\\u4E0b\\u73bb\\u7483\\u800c\\u4e0d\\u4f24\\u8eab\\u4f53"',
    ],
    [
      'lower-case hexadecimal',
      '能能吞下玻璃而不伤身体',
      '"\\u80fd\\u80fd\\u541e\\u4e0b\\u73bb\\u7483\\u800c\\u4e0d\\u4f24\\u8eab\\u4f53"',
    ],
    [
      'upper-case hexadecimal',
      '能能吞下玻璃而不伤身体',
      '"\\u80FD\\u80FD\\u541E\\u4E0B\\u73BB\\u7483\\u800C\\u4E0D\\u4F24\\u8EAB\\u4F53"',
    ],
    ['raw and escaped in one line', '能能吞下玻璃而不伤身体', '"\\u80fd能吞\\u4e0b玻璃而不伤身体"'],
    ['a thick underscore for a space', sentence, JSON.stringify(sentence).replaceAll(' ', '▁')],
    ['a thick underscore, escaped', sentence, JSON.stringify(sentence).replaceAll(' ', '\\u2581')],
    ['control characters', '\u001b[0m\u001b[1m\u001b[0m\u001b[0m', '"\\u001b[0m\\u001b[1m\\u001B[0m\\u001B[0m"'],
    [
      'a delete character, escaped',
      '\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f',
      `"${'\\u007f'.repeat(11)}"`,
    ],
    ['a short text before a character that is often escaped', 'ç\u2028', '"a ç"'],
    ['behind two backslashes', `\\${sentence}`, JSON.stringify(`\\${sentence}`)],
  ])('finds what is spelled in another way: %s', (_, text, line) => {
    const side = testSide([text], tokenizer)
    const found = reportOn(side, ['{"text": "nothing"}', line, '"nothing either"'])
    expect(found).toEqual(reportOn(withoutFilter(side), ['{"text": "nothing"}', line, '"nothing either"']))
    expect(found.total.rate + found.total.verbatim).toBeGreaterThan(0)
  })

  it('finds an n-gram at the beginning of a text that follows a space in the example', () => {
    const side = testSide(['Open drawer and then put the clean plate on the coffee'], tokenizer) // twelve tokens
    expect(reportOn(side, ['"drawer and then put the clean plate on the"']).examples[0]?.contaminated).toBe(0)
    expect(reportOn(side, ['"drawer and then put the clean plate on the coffee"']).examples[0]?.contaminated).toBe(11)
  })

  it('reads a chunk in full that is not UTF-8', () => {
    const text = `The ${'\ufffd'.repeat(30)}`
    const bytes = Buffer.from(JSON.stringify(text.replaceAll('\ufffd', '\u00ff')), 'latin1')
    const side = testSide([text], tokenizer)
    expect(reportOn(side, [bytes]).total.rate).toBe(1)
  })

  it('finds a short text that stands verbatim, until enough documents are named', () => {
    const side = testSide(['mug', 'a mug'], tokenizer, { documentsNamed: 2 })
    const lines = ['"x"', '"smuggle"', '"a mug"', '"no"', '"a mug"', '"the mug"', '"a mug"']
    const { shard, effort } = scanLines(side, lines)
    expect(Array.from(shard.verbatim.places)).toEqual([1, 2, 2, 4, 4, 6])
    expect(effort.readInFull).toBe(4)
  })

  it.each([
    ['words, which lose punctuation', 'words', 10],
    ['documents, whose texts are joined', 'llama-2', 10],
  ])('is off for %s', async (_, name) => {
    const { openTokenizer } = await import('@/lib/core/tokens/named-tokenizer')
    const opened = await openTokenizer(name === 'words' ? { kind: 'words', words: [] } : { kind: 'llama-2' })
    if (!opened.ok) throw new Error(opened.reason)
    const side = testSide([sentence], opened.value, name === 'words' ? {} : { boundaries: 'document' })
    expect(side.index.prefilter).toBeNull()
  })
})
