import { Random } from '../../random'
import { day, people, rows } from '../people'
import { columns, type Database } from '../schema'

const random = new Random('askdb/museum')
export const mediums = ['oil', 'watercolour', 'bronze', 'photograph', 'etching', 'textile']
export const workStates = {
  'on display': 'D',
  'in storage': 'S2',
  'on loan to another house': 'L-EXT',
  'being restored': 'R',
}
export const acquisitions = { bought: 'P', 'given by a donor': 'G', bequeathed: 'B', 'found in the field': 'F' }
export const schools = ['Baltic', 'Alpine', 'Coastal', 'Metropolitan', 'Southern']
const rooms_ = ['Rotunda', 'West Wing', 'Blue Room', 'Gallery 4', 'Attic', 'Glass Hall', 'Vault']
const motifs = [
  'Harvest',
  'Two Sisters',
  'The Crossing',
  'Still Life with Pears',
  'Quarry',
  'Evening Tram',
  'Self-portrait',
  'Fishermen',
  'The Weaver',
  'Thaw',
  'Interior',
  'Procession',
]

const artistNames = people(random, 34)
const artists = rows(34, (id) => [artistNames[id - 1] ?? '', random.between(1802, 1969), random.pick(schools)] as const)
const spaces = rows(7, (id) => [rooms_[id - 1] ?? '', random.between(0, 3), random.between(16, 23)] as const)
const works = rows(
  210,
  (id) =>
    [
      `${random.pick(motifs)} ${['', 'I', 'II', 'III', '(study)', 'at Dusk'][id % 6] ?? ''}`.trim(),
      random.between(1, 34),
      random.between(1840, 2010),
      random.pick(mediums),
      random.between(1, 7),
      random.pick(Object.values(workStates)),
      random.pick(Object.values(acquisitions)),
      (400 + random.next() * 88_000).toFixed(2),
    ] as const,
)
const visits = rows(
  300,
  () =>
    [
      day(random, 2022, 2024),
      random.between(14, 640),
      random.between(0, 190),
      random.pick(['morning', 'afternoon', 'evening']),
    ] as const,
)

/** A museum. What a work's place is now and how it came to the house are codes. */
export const museum: Database = {
  name: 'museum',
  about: 'the collection and the visitors of an art museum',
  tables: [
    { name: 'artist', columns: columns('id integer', 'name text', 'born integer', 'school text'), rows: artists },
    { name: 'room', columns: columns('id integer', 'name text', 'floor integer', 'degrees integer'), rows: spaces },
    {
      name: 'work',
      columns: columns(
        'id integer',
        'title text',
        'artist_id → artist',
        'made integer',
        'medium text',
        'room_id → room',
        'state text',
        'acquired text',
        'insured money',
      ),
      rows: works,
    },
    {
      name: 'visit',
      columns: columns('id integer', 'day date', 'adults integer', 'children integer', 'period text'),
      rows: visits,
    },
  ],
}
