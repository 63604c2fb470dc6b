/** What someone who asks a database says before acting, by what it is about to do. */
export const rationales: Readonly<Record<string, readonly string[]>> = {
  list: [
    'I [do not know|have not seen] this database yet. [Which tables are there?|First the tables.]',
    'Let me see which tables there are [before I write anything|].',
    'I start with the tables.',
    '[First|To begin with] I need to know what is stored here.',
    'The question is about {about}. The list of tables shows where to look.',
  ],
  describe: [
    '{table} [looks relevant|sounds right|should hold this]. What are its columns?',
    'I need the columns of {table} [before I can query it|].',
    'Let me look at {table}.',
    'The question [will need|involves] {table}; I check how it is built.',
    'To write the query I have to know the columns of {table}.',
    'Next, {table}: which columns does it have?',
  ],
  'describe more': [
    'I also need {table}[, to join it|].',
    '{table} comes into it too. Its columns?',
    'And {table}: how is it linked to the others?',
    'One more table, {table}.',
    '{table} has to be joined, so I look at it as well.',
  ],
  lookup: [
    '{column} is text, and I do not know how "{word}" is written there. [I look at its values.|The distinct values will tell.]',
    'The question says "{word}". How does {table}.{column} put that?',
    'Before I filter on {column} I want to see which values it holds.',
    '{column} could be coded. [I list its values.|Better to look than to guess.]',
    'I should not guess the spelling of "{word}"; the values of {column} are quickly listed.',
  ],
  query: [
    'Now [the query|I can write the query].',
    'I have the columns I need. [The query:|I count with one query.|]',
    'With that, the question becomes one statement.',
    'That is enough to write the query [in one go|].',
    'I [filter|restrict] as the question says and let the database do the rest.',
    'All conditions can go into one statement.',
    'The conditions are {conditions}; the query has to hold them all.',
    'What the question gives is {conditions}. [That goes into the query.|The rest is counting.]',
    'So: {conditions}. [Now in SQL.|As a query:]',
  ],
  'query with code': [
    '"{word}" is written {code} in {column}. Now the query.',
    'Among the values, {code} [stands for|is] "{word}". I filter on that.',
    'So {column} = {code} is what "{word}" means. The query follows.',
    'With {code} for "{word}", the conditions are complete.',
    '{column} has {code} for that. [The query can be written now.|Now I can ask.]',
    'The value I need is {code}. [I put it into the condition.|With it I can count.]',
  ],
  probe: [
    'Three rows of {table} may show what is in it.',
    'A look at a few rows of {table} does not hurt.',
    'I want to see what rows of {table} look like.',
  ],
  answer: [
    'The result is {answer}. [That answers the question.|]',
    'The query gives {answer}, which is the answer.',
    '{answer}: [that is what was asked for|that is it].',
    '[Done|There it is]. The answer is {answer}.',
    'From the result: {answer}.',
    'One query was enough: {answer}.',
    'I read {answer} from the result[, nothing else is needed|].',
    'That settles it: {answer}.',
  ],
  'answer wrongly': [
    'The query returned {answer}, so that should be the answer.',
    'The result is {answer}. [I think that is right.|]',
    '{answer} is what comes out.',
  ],
  guess: [
    'I filter on {column} = {guess}.',
    'The query can be written directly, with {column} = {guess}.',
    'That is a simple condition on {column}.',
  ],
  misname: [
    'I can write this query directly.',
    'One statement should do.',
    'This needs a condition on {wrong}.',
    'I use {wrong} from {table}.',
  ],
  mend: [
    'There is no column {wrong}. [The right name is {column}.|It is called {column}.]',
    'The error says that {wrong} does not exist; {column} is [what I need|the name].',
    'I had the column name wrong: {column}, not {wrong}.',
  ],
  again: [
    'Let me try [that|the query] again.',
    'I run it once more.',
    'Perhaps it works this time.',
    'Same query again.',
  ],
  wander: ['I look at {table} [first|too].', 'What about {table}?', 'Let me check {table}.', 'Maybe {table} helps.'],
}

/** Second sentences for those who talk. */
export const asides: Readonly<Record<string, readonly string[]>> = {
  list: ['The names alone will tell a good deal.', 'Then I look at the columns.'],
  describe: ['Its keys tell how to join it.', 'After that I can write the query.'],
  query: ['If it comes back empty, a condition is wrong.', 'I keep it to one statement.'],
  'query with code': ['The other conditions are plain.', 'Nothing else in the question is coded.'],
  lookup: ['It costs one small query.', 'A wrong guess would give zero without any error.'],
}
