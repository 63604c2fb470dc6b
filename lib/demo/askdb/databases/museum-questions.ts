import { codes, type QuestionKind, quoted, range, valuesOf } from '../question'
import { acquisitions, mediums, museum, schools, workStates } from './museum'

const medium = quoted(mediums)
const room = quoted(valuesOf(museum, 'room', 'name'))
const artist = quoted(valuesOf(museum, 'artist', 'name'))
const school = quoted(schools)
const state = codes(workStates)
const acquired = codes(acquisitions)
const made = range(1845, 2005, 5)
const period = quoted(['morning', 'afternoon', 'evening'])

export const museumQuestions: readonly QuestionKind[] = [
  {
    name: 'works of a medium',
    ask: ['How many works in {medium} were made after {made}?', 'Count the {medium} works made later than {made}.'],
    slots: { medium, made },
    tables: ['work'],
    query: ({ medium, made }) => ({
      select: 'COUNT(*)',
      from: 'work',
      where: [`medium = ${medium}`, `made > ${made}`],
    }),
    misnamed: ['made', 'year'],
  },
  {
    name: 'works by state',
    ask: ['How many {medium} works are {state}?', 'Of the works in {medium}, how many are {state}?'],
    slots: { medium, state },
    tables: ['work'],
    coded: [{ table: 'work', column: 'state', slot: 'state' }],
    query: ({ medium, state }) => ({
      select: 'COUNT(*)',
      from: 'work',
      where: [`medium = ${medium}`, `state = ${state}`],
    }),
    misnamed: ['state', 'location'],
  },
  {
    name: 'acquired and in a state',
    ask: [
      'How many works that were {acquired} are {state} now?',
      'Count the works that are {state} and were {acquired}.',
    ],
    slots: { acquired, state },
    tables: ['work'],
    coded: [
      { table: 'work', column: 'acquired', slot: 'acquired' },
      { table: 'work', column: 'state', slot: 'state' },
    ],
    query: ({ acquired, state }) => ({
      select: 'COUNT(*)',
      from: 'work',
      where: [`acquired = ${acquired}`, `state = ${state}`],
    }),
    misnamed: ['acquired', 'provenance'],
  },
  {
    name: 'insured value',
    ask: [
      'For how much are the works in the {room} that were {acquired} insured altogether?',
      'What is the total insured value of works in the {room} that were {acquired}?',
    ],
    slots: { room, acquired },
    tables: ['work', 'room'],
    coded: [{ table: 'work', column: 'acquired', slot: 'acquired' }],
    query: ({ room, acquired }) => ({
      select: 'SUM(work.insured)',
      from: 'work',
      join: ['room ON room.id = work.room_id'],
      where: [`room.name = ${room}`, `work.acquired = ${acquired}`],
    }),
    otherwise: ({ room, acquired }) =>
      `SELECT SUM(insured) FROM work WHERE acquired = ${acquired} AND room_id = (SELECT id FROM room WHERE name = ${room})`,
    misnamed: ['insured', 'insured_value'],
  },
  {
    name: 'works of an artist',
    ask: ['Which works by {artist} were made after {made}?', 'List the titles by {artist} made later than {made}.'],
    slots: { artist, made: range(1840, 1960, 20) },
    tables: ['work', 'artist'],
    query: ({ artist, made }) => ({
      select: 'DISTINCT work.title',
      from: 'work',
      join: ['artist ON artist.id = work.artist_id'],
      where: [`artist.name = ${artist}`, `work.made > ${made}`],
      orderBy: 'work.title',
    }),
    misnamed: ['made', 'created'],
  },
  {
    name: 'visitors',
    ask: [
      'How many days with {a period} record had more than {adults} adults?',
      'Count the {period} entries with over {adults} adults.',
    ],
    slots: { period, adults: range(40, 620, 20) },
    tables: ['visit'],
    query: ({ period, adults }) => ({
      select: 'COUNT(*)',
      from: 'visit',
      where: [`period = ${period}`, `adults > ${adults}`],
    }),
    misnamed: ['adults', 'adult_count'],
  },
  {
    name: 'artists of a school',
    ask: [
      'How many artists of the {school} school have a work that is {state}?',
      'Of the {school} school, how many artists have at least one work that is {state}?',
    ],
    slots: { school, state },
    tables: ['artist', 'work'],
    coded: [{ table: 'work', column: 'state', slot: 'state' }],
    query: ({ school, state }) => ({
      select: 'COUNT(DISTINCT artist.id)',
      from: 'artist',
      join: ['work ON work.artist_id = artist.id'],
      where: [`artist.school = ${school}`, `work.state = ${state}`],
    }),
    misnamed: ['school', 'movement'],
  },
  {
    name: 'most works',
    ask: [
      'Which artist of the {school} school has the most works in {medium}?',
      'Who of the {school} school made the most {medium} works in the collection?',
    ],
    slots: { school, medium },
    tables: ['artist', 'work'],
    query: ({ school, medium }) => ({
      select: 'artist.name',
      from: 'work',
      join: ['artist ON artist.id = work.artist_id'],
      where: [`artist.school = ${school}`, `work.medium = ${medium}`],
      groupBy: 'artist.name',
      orderBy: 'COUNT(*) DESC, artist.name',
      limit: 1,
    }),
    misnamed: ['medium', 'technique'],
  },
  {
    name: 'mean insured value',
    ask: [
      'For how much is {a medium} work by a {school} artist that is {state} insured on average, to two decimals?',
      'What is the average insured value (two decimals) of {medium} works by {school} artists that are {state}?',
    ],
    slots: { medium, school, state },
    tables: ['work', 'artist'],
    coded: [{ table: 'work', column: 'state', slot: 'state' }],
    query: ({ medium, school, state }) => ({
      select: 'ROUND(AVG(work.insured), 2)',
      from: 'work',
      join: ['artist ON artist.id = work.artist_id'],
      where: [`work.medium = ${medium}`, `artist.school = ${school}`, `work.state = ${state}`],
    }),
    misnamed: ['insured', 'value'],
  },
]
