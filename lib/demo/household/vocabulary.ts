/** What a room may hold. in/on is the word for it; a closed container hides what it holds until it is opened. */
export type ReceptacleKind = { kind: string; word: 'in' | 'on'; opens: boolean; count: readonly [number, number] }

const surface = (kind: string, low = 1, high = 1): ReceptacleKind => ({
  kind,
  word: 'on',
  opens: false,
  count: [low, high],
})
const container = (kind: string, low = 1, high = 1): ReceptacleKind => ({
  kind,
  word: 'in',
  opens: true,
  count: [low, high],
})
const basin = (kind: string): ReceptacleKind => ({ kind, word: 'in', opens: false, count: [1, 1] })

export const roomFurniture: Readonly<Record<string, readonly ReceptacleKind[]>> = {
  kitchen: [
    container('cupboard', 1, 2),
    container('drawer', 1, 2),
    surface('worktop', 1, 2),
    container('fridge'),
    container('microwave'),
    basin('sink'),
    surface('table'),
    surface('hob'),
    basin('bin'),
  ],
  'living room': [
    surface('sofa'),
    surface('coffee table'),
    container('sideboard'),
    surface('bookcase', 1, 2),
    surface('armchair', 1, 2),
    surface('windowsill'),
    surface('side table'),
  ],
  bedroom: [
    surface('bed'),
    container('wardrobe'),
    surface('bedside table', 1, 2),
    surface('dresser'),
    container('blanket chest'),
    surface('windowsill'),
  ],
  study: [
    surface('desk'),
    surface('bookcase', 1, 2),
    container('filing cabinet', 1, 2),
    container('safe'),
    surface('armchair'),
  ],
  bathroom: [
    basin('washbasin'),
    basin('bathtub'),
    container('bathroom cabinet', 1, 2),
    surface('towel rail'),
    container('laundry hamper'),
  ],
}

/** Rooms with a reading lamp, and what it stands on. */
export const lampStands: Readonly<Record<string, string>> = {
  'living room': 'side table',
  bedroom: 'bedside table',
  study: 'desk',
}

export type ThingKind = {
  kind: string
  /** Kinds of receptacle where it is usually found, likeliest first. */
  home: readonly string[]
  /** Where a person might ask for it to be put. */
  wanted: readonly string[]
  heats?: true
  cools?: true
  washes?: true
  reads?: true
}

const food = ['worktop', 'fridge', 'table', 'cupboard']
const crockery = ['cupboard', 'worktop', 'sink', 'table', 'drawer']
const foodWanted = ['table', 'worktop', 'fridge', 'coffee table', 'desk', 'bin']
const crockeryWanted = ['table', 'worktop', 'cupboard', 'coffee table', 'desk', 'side table', 'bedside table']
const paper = ['desk', 'bookcase', 'coffee table', 'sideboard', 'bed', 'drawer']
const paperWanted = ['desk', 'sofa', 'armchair', 'bed', 'bookcase', 'table']
const linen = ['towel rail', 'blanket chest', 'bed', 'wardrobe', 'laundry hamper']

export const thingKinds: readonly ThingKind[] = [
  { kind: 'potato', home: food, wanted: foodWanted, heats: true, cools: true, washes: true },
  { kind: 'tomato', home: food, wanted: foodWanted, heats: true, cools: true, washes: true },
  { kind: 'pear', home: food, wanted: foodWanted, heats: true, cools: true, washes: true },
  { kind: 'lettuce', home: ['fridge', 'worktop', 'table'], wanted: foodWanted, cools: true, washes: true },
  { kind: 'egg', home: ['fridge', 'worktop', 'cupboard'], wanted: foodWanted, heats: true, cools: true },
  { kind: 'bread roll', home: food, wanted: foodWanted, heats: true, cools: true },
  { kind: 'slice of pie', home: food, wanted: foodWanted, heats: true, cools: true },
  { kind: 'mug', home: crockery, wanted: crockeryWanted, heats: true, cools: true, washes: true },
  { kind: 'cup', home: crockery, wanted: crockeryWanted, heats: true, cools: true, washes: true },
  { kind: 'plate', home: crockery, wanted: crockeryWanted, heats: true, cools: true, washes: true },
  { kind: 'bowl', home: crockery, wanted: crockeryWanted, heats: true, cools: true, washes: true },
  {
    kind: 'saucepan',
    home: ['hob', 'cupboard', 'sink'],
    wanted: ['hob', 'table', 'worktop'],
    cools: true,
    washes: true,
  },
  { kind: 'spoon', home: ['drawer', 'sink', 'worktop', 'table'], wanted: crockeryWanted, washes: true },
  { kind: 'fork', home: ['drawer', 'sink', 'worktop', 'table'], wanted: crockeryWanted, washes: true },
  { kind: 'ladle', home: ['drawer', 'hob', 'sink'], wanted: ['drawer', 'worktop', 'table'], washes: true },
  {
    kind: 'cloth',
    home: ['sink', 'towel rail', 'drawer', 'washbasin'],
    wanted: ['bathtub', 'sideboard', 'table'],
    washes: true,
  },
  { kind: 'sponge', home: ['sink', 'washbasin', 'bathtub'], wanted: ['bin', 'bathtub', 'worktop'], washes: true },
  {
    kind: 'soap bar',
    home: ['washbasin', 'bathroom cabinet', 'sink'],
    wanted: ['bathtub', 'bathroom cabinet', 'worktop'],
    washes: true,
  },
  { kind: 'towel', home: linen, wanted: ['towel rail', 'laundry hamper', 'bathtub', 'bed'] },
  { kind: 'pillow', home: ['bed', 'sofa', 'armchair', 'blanket chest'], wanted: ['sofa', 'bed', 'armchair'] },
  { kind: 'letter', home: paper, wanted: paperWanted, reads: true },
  { kind: 'notebook', home: paper, wanted: paperWanted, reads: true },
  { kind: 'novel', home: ['bookcase', 'bedside table', 'sofa'], wanted: paperWanted, reads: true },
  {
    kind: 'newspaper',
    home: ['coffee table', 'sofa', 'table', 'armchair'],
    wanted: ['bin', 'sofa', 'desk'],
    reads: true,
  },
  {
    kind: 'photograph',
    home: ['dresser', 'sideboard', 'windowsill', 'desk'],
    wanted: ['safe', 'bookcase', 'dresser'],
    reads: true,
  },
  { kind: 'postcard', home: ['windowsill', 'desk', 'bookcase'], wanted: ['desk', 'bed', 'sideboard'], reads: true },
  {
    kind: 'keyring',
    home: ['side table', 'dresser', 'desk', 'sideboard'],
    wanted: ['safe', 'drawer', 'sofa'],
    reads: true,
  },
  { kind: 'watch', home: ['dresser', 'bedside table', 'desk'], wanted: ['safe', 'drawer', 'wardrobe'], reads: true },
  {
    kind: 'candle',
    home: ['windowsill', 'sideboard', 'dresser', 'bathroom cabinet'],
    wanted: ['table', 'bathtub', 'coffee table'],
  },
  { kind: 'vase', home: ['windowsill', 'sideboard', 'bookcase'], wanted: ['table', 'dresser', 'coffee table', 'safe'] },
  {
    kind: 'pencil',
    home: ['desk', 'drawer', 'bookcase'],
    wanted: ['desk', 'side table', 'bed', 'drawer'],
    reads: true,
  },
  {
    kind: 'remote control',
    home: ['sofa', 'armchair', 'coffee table'],
    wanted: ['side table', 'sideboard', 'armchair'],
  },
]

/** What does what. */
export const appliances = { heat: ['microwave', 'hob'], cool: ['fridge'], clean: ['sink', 'washbasin'] } as const
