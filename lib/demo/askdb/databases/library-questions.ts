import { codes, numbers, type QuestionKind, quoted, range, valuesOf } from '../question'
import { cards, districts, genres, library, loanStates } from './library'

const district = quoted(districts)
const genre = quoted(genres)
const language = quoted(['English', 'French', 'German', 'Spanish'])
const branch = quoted(valuesOf(library, 'branch', 'name'))
const year = numbers([2021, 2022, 2023, 2024])
const pages = range(120, 680, 20)
const state = codes(loanStates)
const card = codes(cards)

export const libraryQuestions: readonly QuestionKind[] = [
  {
    name: 'long books of a genre',
    ask: ['How many {genre} books have more than {pages} pages?', 'Count the {genre} titles of over {pages} pages.'],
    slots: { genre, pages },
    tables: ['book'],
    query: ({ genre, pages }) => ({
      select: 'COUNT(*)',
      from: 'book',
      where: [`genre = ${genre}`, `pages > ${pages}`],
    }),
    misnamed: ['pages', 'page_count'],
  },
  {
    name: 'books in a language',
    ask: [
      'How many books in {language} [were published|came out] after {after}?',
      'What is the number of {language} books published later than {after}?',
    ],
    slots: { language, after: range(1975, 2019, 2) },
    tables: ['book'],
    query: ({ language, after }) => ({
      select: 'COUNT(*)',
      from: 'book',
      where: [`language = ${language}`, `published > ${after}`],
    }),
    misnamed: ['published', 'publication_year'],
  },
  {
    name: 'readers by card',
    ask: [
      'How many readers from {district} hold {a card} card?',
      'Count the {card} card holders who live in {district}.',
    ],
    slots: { district, card },
    tables: ['reader'],
    coded: [{ table: 'reader', column: 'card', slot: 'card' }],
    query: ({ district, card }) => ({
      select: 'COUNT(*)',
      from: 'reader',
      where: [`district = ${district}`, `card = ${card}`],
    }),
    misnamed: ['card', 'card_type'],
  },
  {
    name: 'loans by state and branch',
    ask: ['How many loans made at {branch} are {state}?', 'Of the loans from {branch}, how many are {state}?'],
    slots: { branch, state },
    tables: ['loan', 'branch'],
    coded: [{ table: 'loan', column: 'state', slot: 'state' }],
    query: ({ branch, state }) => ({
      select: 'COUNT(*)',
      from: 'loan',
      join: ['branch ON branch.id = loan.branch_id'],
      where: [`branch.name = ${branch}`, `loan.state = ${state}`],
    }),
    otherwise: ({ branch, state }) =>
      `SELECT COUNT(*) FROM loan WHERE state = ${state} AND branch_id IN (SELECT id FROM branch WHERE name = ${branch})`,
    misnamed: ['state', 'status'],
  },
  {
    name: 'borrowers of a genre',
    ask: [
      'How many different readers borrowed {a genre} book at {branch}?',
      'At {branch}, how many distinct people took out {genre} books?',
    ],
    slots: { genre, branch },
    tables: ['loan', 'book', 'branch'],
    query: ({ genre, branch }) => ({
      select: 'COUNT(DISTINCT loan.reader_id)',
      from: 'loan',
      join: ['book ON book.id = loan.book_id', 'branch ON branch.id = loan.branch_id'],
      where: [`book.genre = ${genre}`, `branch.name = ${branch}`],
    }),
    misnamed: ['reader_id', 'member_id'],
  },
  {
    name: 'average length',
    ask: [
      'What is the average number of pages of {genre} books in {language}, to two decimals?',
      'On average, how many pages does a {genre} book in {language} have (two decimals)?',
    ],
    slots: { genre, language },
    tables: ['book'],
    query: ({ genre, language }) => ({
      select: 'ROUND(AVG(pages), 2)',
      from: 'book',
      where: [`genre = ${genre}`, `language = ${language}`],
    }),
    misnamed: ['pages', 'length'],
  },
  {
    name: 'most borrowed',
    ask: [
      'Which {genre} book was borrowed most often [in {year}|during {year}]?',
      'In {year}, which title was the most borrowed {genre} book?',
    ],
    slots: { genre, year },
    tables: ['loan', 'book'],
    query: ({ genre, year }) => ({
      select: 'book.title',
      from: 'loan',
      join: ['book ON book.id = loan.book_id'],
      where: [`book.genre = ${genre}`, `EXTRACT(YEAR FROM loan.lent) = ${year}`],
      groupBy: 'book.title',
      orderBy: 'COUNT(*) DESC, book.title',
      limit: 1,
    }),
    misnamed: ['lent', 'loan_date'],
  },
  {
    name: 'keenest reader',
    ask: [
      'Who from {district} [borrowed the most books|took out the most loans]?',
      'Which reader living in {district} has the most loans?',
    ],
    slots: { district },
    tables: ['loan', 'reader'],
    query: ({ district }) => ({
      select: 'reader.name',
      from: 'loan',
      join: ['reader ON reader.id = loan.reader_id'],
      where: [`reader.district = ${district}`],
      groupBy: 'reader.name',
      orderBy: 'COUNT(*) DESC, reader.name',
      limit: 1,
    }),
    misnamed: ['district', 'neighbourhood'],
  },
  {
    name: 'authors with several books',
    ask: [
      'Which authors have written at least {least} {genre} books?',
      'Name the authors of {least} or more {genre} titles.',
    ],
    slots: { genre, least: numbers([2, 3]) },
    tables: ['author', 'book'],
    query: ({ genre, least }) => ({
      select: 'author.name',
      from: 'author',
      join: ['book ON book.author_id = author.id'],
      where: [`book.genre = ${genre}`],
      groupBy: 'author.name',
      having: `COUNT(*) >= ${least}`,
      orderBy: 'author.name',
    }),
    misnamed: ['genre', 'category'],
  },
  {
    name: 'state of loans of a district',
    ask: [
      'How many {state} loans do readers from {district} with {a card} card have?',
      'Count the loans that are {state} and belong to {card} card holders in {district}.',
    ],
    slots: { state, district, card },
    tables: ['loan', 'reader'],
    coded: [
      { table: 'loan', column: 'state', slot: 'state' },
      { table: 'reader', column: 'card', slot: 'card' },
    ],
    query: ({ state, district, card }) => ({
      select: 'COUNT(*)',
      from: 'loan',
      join: ['reader ON reader.id = loan.reader_id'],
      where: [`loan.state = ${state}`, `reader.district = ${district}`, `reader.card = ${card}`],
    }),
    misnamed: ['state', 'loan_status'],
  },
]
