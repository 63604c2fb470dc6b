import { Random } from '../../random'
import { day, later, people, rows } from '../people'
import { columns, type Database } from '../schema'

const random = new Random('askdb/library')
export const districts = [
  'Old Town',
  'Harbour',
  'Northgate',
  'Mill Hill',
  'Riverside',
  'Eastfield',
  'Castle Park',
  'Southbank',
]
export const genres = ['crime', 'poetry', 'history', 'science', 'travel', 'fantasy', 'biography', 'cookery']
export const cards = { adult: 'A-ADULT', junior: 'J-JUNIOR', senior: 'S-SENIOR', institutional: 'I-INST' }
export const loanStates = { overdue: '3-OVD', 'still out': '1-OUT', 'returned in time': '2-RET', lost: '9-LOST' }
const countries = ['Norway', 'Italy', 'Ghana', 'Chile', 'Poland', 'Ireland', 'Japan', 'Canada', 'Portugal', 'India']
const openings = [
  'The Salt',
  'A Winter',
  'Beyond the',
  'The Last',
  'Letters from the',
  'Under the',
  'Seven Days of',
  'The Quiet',
  'Maps of the',
  'An Atlas of',
]
const endings = [
  'Road',
  'Orchard',
  'Lighthouse',
  'Clockmaker',
  'River',
  'Garden',
  'Cartographer',
  'Sparrow',
  'Harvest',
  'Island',
  'Window',
  'Tides',
]

const authors = rows(
  40,
  () => [people(random, 1)[0] ?? '', random.pick(countries), random.between(1931, 1988)] as const,
)
const titles = random.sample(
  openings.flatMap((start) => endings.map((end) => `${start} ${end}`)),
  110,
)
const books = rows(
  110,
  (id) =>
    [
      titles[id - 1] ?? '',
      random.between(1, 40),
      random.between(1972, 2023),
      random.pick(genres),
      random.pick(['English', 'English', 'English', 'French', 'German', 'Spanish']),
      random.between(96, 720),
    ] as const,
)
const branches = rows(
  6,
  (id) => [`${districts[id - 1]} Library`, districts[id - 1] ?? '', random.between(1904, 2015)] as const,
)
const names = people(random, 90)
const readers = rows(
  90,
  (id) =>
    [
      names[id - 1] ?? '',
      random.between(1938, 2016),
      random.pick(districts),
      day(random, 2012, 2023),
      random.pick([...Object.values(cards), cards.adult, cards.adult]),
    ] as const,
)
const loans = rows(420, () => {
  const lent = day(random, 2021, 2024)
  const state = random.weighted([
    ['2-RET', 7],
    ['1-OUT', 2],
    ['3-OVD', 2],
    ['9-LOST', 0.5],
  ])
  const back = state === '2-RET' ? later(lent, random.between(2, 27)) : null
  return [
    random.between(1, 110),
    random.between(1, 90),
    random.between(1, 6),
    lent,
    later(lent, 28),
    back,
    state,
  ] as const
})

/** A town library with its branches. Card kinds and loan states are codes. */
export const library: Database = {
  name: 'library',
  about: 'the lending records of a town library',
  tables: [
    { name: 'author', columns: columns('id integer', 'name text', 'country text', 'born integer'), rows: authors },
    {
      name: 'book',
      columns: columns(
        'id integer',
        'title text',
        'author_id → author',
        'published integer',
        'genre text',
        'language text',
        'pages integer',
      ),
      rows: books,
    },
    { name: 'branch', columns: columns('id integer', 'name text', 'district text', 'opened integer'), rows: branches },
    {
      name: 'reader',
      columns: columns('id integer', 'name text', 'born integer', 'district text', 'joined date', 'card text'),
      rows: readers,
    },
    {
      name: 'loan',
      columns: columns(
        'id integer',
        'book_id → book',
        'reader_id → reader',
        'branch_id → branch',
        'lent date',
        'due date',
        'returned date',
        'state text',
      ),
      rows: loans,
    },
  ],
}
