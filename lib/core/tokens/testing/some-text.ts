import fc from 'fast-check'

const scripts = [
  'The quick brown fox; jumps-over (the) lazy dog. ',
  'Ünïcödé façade naïve čšž łódź ',
  'Быстрая коричневая лиса ',
  '我能吞下玻璃而不伤身体。年月日',
  'いろはにほへとちりぬるを カタカナ ',
  '다람쥐 헌 쳇바퀴에 타고파 ',
  'نص حكيم له سر قاطع ',
  'ऋषियों को सताने वाले ',
  'สวัสดีชาวโลก ',
  '👩‍👩‍👧🦙🏳️‍🌈❤️𝒳𠮷',
  '\u0000\u0001\t\n\r\u001b\u007f\u0085\u2028\u2029\ufeff\ufffd▁',
  '{"key": [1, 2.50, -3e7], "a\\b\\/c": null}\n',
  '    \t  \n\n\n   ',
  '0123456789',
]

const phrase = fc
  .record({
    script: fc.constantFrom(...scripts.map((script) => Array.from(script))),
    places: fc.array(fc.nat(60), { maxLength: 30 }),
    times: fc.constantFrom(1, 1, 1, 2, 7, 40),
  })
  .map(({ script, places, times }) =>
    places
      .map((place) => script[place % script.length])
      .join('')
      .repeat(times),
  )

/** Texts in several scripts with emoji, control characters, lone surrogates, runs and JSON's own signs. */
export const someText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: phrase },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
      { weight: 1, arbitrary: fc.constantFrom('\ud83d', '\udc00', ' the', ' of', '://www.', '."', '▁') },
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))
