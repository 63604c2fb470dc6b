import type { ToolCall } from '../conversation'
import type { Json, JsonObject } from '../types'
import { isObject } from './is-object'
import { argumentsOf } from './tool-turns'

/** What the content blocks of a message hold, by what they are for. */
export type Blocks = { text: string; thinking: string; calls: ToolCall[]; results: ToolResult[] }

/** A tool's answer among the blocks of a user's message. */
export type ToolResult = { id: string | null; content: string; failed: boolean }

/** Reads the content of a message: text, or a list of blocks of text, thinking, tool_use, tool_result and images. */
export function readBlocks(content: Json | undefined): Blocks {
  const blocks: Blocks = { text: '', thinking: '', calls: [], results: [] }
  const list = Array.isArray(content) ? content : content === undefined || content === null ? [] : [content]
  for (const each of list) add(blocks, each)
  return blocks
}

function add(blocks: Blocks, block: Json): void {
  if (!isObject(block)) {
    blocks.text = joined(blocks.text, typeof block === 'string' ? block : JSON.stringify(block))
    return
  }
  switch (block.type) {
    case 'thinking':
    case 'reasoning':
      blocks.thinking = joined(blocks.thinking, textOf(block, 'thinking', 'reasoning', 'text'))
      return
    case 'tool_use':
      blocks.calls.push(callOf(block))
      return
    case 'tool_result':
      blocks.results.push(resultOf(block))
      return
    default:
      blocks.text = joined(
        blocks.text,
        textOf(block, 'text') || `[${typeof block.type === 'string' ? block.type : 'block'}]`,
      )
  }
}

function callOf(block: JsonObject): ToolCall {
  const name = typeof block.name === 'string' && block.name !== '' ? block.name : 'unparsed'
  const given = argumentsOf(block.input ?? {})
  return { id: idOf(block.id), action: { name, arguments: given, raw: `${name}(${JSON.stringify(given)})` } }
}

function resultOf(block: JsonObject): ToolResult {
  return { id: idOf(block.tool_use_id), content: readBlocks(block.content).text, failed: block.is_error === true }
}

function idOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function textOf(block: JsonObject, ...names: string[]): string {
  for (const name of names) {
    const value = block[name]
    if (typeof value === 'string') return value
  }
  return ''
}

function joined(before: string, more: string): string {
  if (before === '') return more
  return more === '' ? before : `${before}\n${more}`
}
