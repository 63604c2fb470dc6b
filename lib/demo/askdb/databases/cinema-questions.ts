import { codes, numbers, type QuestionKind, quoted, range, valuesOf } from '../question'
import { channels, cinema, filmGenres, languages } from './cinema'

const genre = quoted(filmGenres)
const hall = quoted(valuesOf(cinema, 'hall', 'name'))
const film = quoted(valuesOf(cinema, 'film', 'title'))
const director = quoted(valuesOf(cinema, 'film', 'director'))
const version = codes(languages)
const channel = codes(channels)
const hour = numbers([14, 17, 18, 20, 21])
const prices = ['6.50', '8.00', '9.50', '11.00', '13.50'].map((price) => ({ say: price, sql: price }))
const year = numbers([2023, 2024])

export const cinemaQuestions: readonly QuestionKind[] = [
  {
    name: 'long films',
    ask: [
      'How many {genre} films run longer than {runtime} minutes?',
      'Count the films of the genre {genre} with a runtime over {runtime} minutes.',
    ],
    slots: { genre, runtime: range(80, 180, 5) },
    tables: ['film'],
    query: ({ genre, runtime }) => ({
      select: 'COUNT(*)',
      from: 'film',
      where: [`genre = ${genre}`, `runtime > ${runtime}`],
    }),
    misnamed: ['runtime', 'duration'],
  },
  {
    name: 'films of a director',
    ask: [
      'Which films did {director} make [since|after] {after}?',
      'List the films by {director} released after {after}.',
    ],
    slots: { director, after: numbers([1993, 1998, 2003, 2008, 2013]) },
    tables: ['film'],
    query: ({ director, after }) => ({
      select: 'title',
      from: 'film',
      where: [`director = ${director}`, `released > ${after}`],
      orderBy: 'title',
    }),
    misnamed: ['released', 'year'],
  },
  {
    name: 'screenings by version',
    ask: [
      'How many screenings in {hall} were shown {version}?',
      'In the hall {hall}, how many screenings were {version}?',
    ],
    slots: { hall, version },
    tables: ['screening', 'hall'],
    coded: [{ table: 'screening', column: 'version', slot: 'version' }],
    query: ({ hall, version }) => ({
      select: 'COUNT(*)',
      from: 'screening',
      join: ['hall ON hall.id = screening.hall_id'],
      where: [`hall.name = ${hall}`, `screening.version = ${version}`],
    }),
    otherwise: ({ hall, version }) =>
      `SELECT COUNT(*) FROM screening WHERE version = ${version} AND hall_id = (SELECT id FROM hall WHERE name = ${hall})`,
    misnamed: ['version', 'language'],
  },
  {
    name: 'tickets for a film',
    ask: ['How many tickets were sold {channel} for {film}?', 'For {film}, how many tickets were bought {channel}?'],
    slots: { channel, film },
    tables: ['ticket', 'screening', 'film'],
    coded: [{ table: 'ticket', column: 'channel', slot: 'channel' }],
    query: ({ channel, film }) => ({
      select: 'COUNT(*)',
      from: 'ticket',
      join: ['screening ON screening.id = ticket.screening_id', 'film ON film.id = screening.film_id'],
      where: [`film.title = ${film}`, `ticket.channel = ${channel}`],
    }),
    misnamed: ['channel', 'sales_channel'],
  },
  {
    name: 'takings of a hall',
    ask: [
      "What were the takings from tickets for the {hour} o'clock screenings in {hall}?",
      "Add up the ticket prices of all screenings in {hall} at {hour} o'clock.",
    ],
    slots: { hour, hall },
    tables: ['ticket', 'screening', 'hall'],
    query: ({ hour, hall }) => ({
      select: 'SUM(ticket.price)',
      from: 'ticket',
      join: ['screening ON screening.id = ticket.screening_id', 'hall ON hall.id = screening.hall_id'],
      where: [`screening.hour = ${hour}`, `hall.name = ${hall}`],
    }),
    misnamed: ['hour', 'start_hour'],
  },
  {
    name: 'tickets by channel',
    ask: [
      'How many tickets at {price} were sold {channel}?',
      'Count the tickets that cost {price} and were bought {channel}.',
    ],
    slots: { price: prices, channel },
    tables: ['ticket'],
    coded: [{ table: 'ticket', column: 'channel', slot: 'channel' }],
    query: ({ price, channel }) => ({
      select: 'COUNT(*)',
      from: 'ticket',
      where: [`price = ${price}`, `channel = ${channel}`],
    }),
    misnamed: ['channel', 'source'],
  },
  {
    name: 'most shown',
    ask: [
      'Which {genre} film had the most screenings in {year}?',
      'In {year}, which film of the genre {genre} was shown most often?',
    ],
    slots: { genre, year },
    tables: ['screening', 'film'],
    query: ({ genre, year }) => ({
      select: 'film.title',
      from: 'screening',
      join: ['film ON film.id = screening.film_id'],
      where: [`film.genre = ${genre}`, `EXTRACT(YEAR FROM screening.shown) = ${year}`],
      groupBy: 'film.title',
      orderBy: 'COUNT(*) DESC, film.title',
      limit: 1,
    }),
    misnamed: ['shown', 'screening_date'],
  },
  {
    name: 'directors with several films',
    ask: [
      'Which directors have made at least {least} films longer than {runtime} minutes?',
      'Name the directors of {least} or more films that run over {runtime} minutes.',
    ],
    slots: { least: numbers([2, 3]), runtime: range(80, 150, 5) },
    tables: ['film'],
    query: ({ least, runtime }) => ({
      select: 'director',
      from: 'film',
      where: [`runtime > ${runtime}`],
      groupBy: 'director',
      having: `COUNT(*) >= ${least}`,
      orderBy: 'director',
    }),
    misnamed: ['runtime', 'length'],
  },
  {
    name: 'average price',
    ask: [
      'What did a ticket for a {genre} film shown {version} cost on average, to two decimals?',
      'What is the average ticket price (two decimals) of {genre} films shown {version}?',
    ],
    slots: { genre, version },
    tables: ['ticket', 'screening', 'film'],
    coded: [{ table: 'screening', column: 'version', slot: 'version' }],
    query: ({ genre, version }) => ({
      select: 'ROUND(AVG(ticket.price), 2)',
      from: 'ticket',
      join: ['screening ON screening.id = ticket.screening_id', 'film ON film.id = screening.film_id'],
      where: [`film.genre = ${genre}`, `screening.version = ${version}`],
    }),
    misnamed: ['price', 'amount'],
  },
]
