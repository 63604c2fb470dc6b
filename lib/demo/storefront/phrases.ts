/** What a shopper says before acting, by what it is about to do. */
export const rationales: Readonly<Record<string, readonly string[]>> = {
  'first search': [
    'I [start with|begin by] searching for {query}.',
    'The customer wants {one}; "{query}" [should bring that up|is a good search for that].',
    '[First|To begin with], a search: {query}.',
    'A search for {query} [covers|names] the main points of the request.',
    'What matters is {qualities} and a price under {cap}. I search for {query} [first|].',
  ],
  'search again': [
    'That search led nowhere. I [try|use] {query} instead.',
    'Different words [may|might] help: {query}.',
    'The results did not hold what I need, so I [search again|rephrase]: {query}.',
    'Back at the search page. This time {query}.',
  ],
  settle: [
    'I have tried the searches that make sense. I look once more, for {query}, and take the nearest.',
    'No listing met everything. I go back to {query} and settle for what comes closest.',
  ],
  'pick by title': [
    '{id} [looks right|is the best candidate]: {short}, {price}, and the title says {hits}.',
    'The title of {id} mentions {hits}, and {price} is under {cap}. [I open it.|Opening it.]',
    '{short} ({id}) [fits the request|comes closest]: {hits}, {price}.',
    "Of these, {id} names {hits}. [I'll look at it|I click it].",
    '{price} for {short} is [within|inside] the limit of {cap}, and {hits} is in the title.',
  ],
  pick: [
    '{id} is [the right kind of thing|a candidate]: {short} for {price}. [The page may say more.|]',
    "{short} costs {price}, under {cap}. [I open it to see the details.|I'll check the details.]",
    'The title does not say {qualities}, but {id} is the right kind and costs {price}.',
    'I look at {id}, {short}; {price} is fine.',
    '{id} at {price} is worth a look.',
  ],
  'next page': [
    'Nothing [more|] on this page fits. [Next page.|I go on to the next.]',
    'I have seen what is here for {query}; [the next page|more results] may help.',
    'None of these. I turn the page.',
  ],
  'give up on results': [
    '"{query}" does not lead to it. [Back to the search.|I go back and search for something else.]',
    'These results are used up. I need other words.',
    'No listing here is left to try. Back to search.',
  ],
  'reject choice': [
    '{value} is not among the choices of {id}. [Back.|Back to the results.]',
    'The {axis} has to be {value}, and {short} does not come that way. Next one.',
    '{id} has no {axis} {value}, so it is out.',
    'Without {axis} {value} this one does not help. [I go back.|Back to the list.]',
  ],
  'reject quality': [
    'The features [do not mention|say nothing of] {missing}. I go back to the results.',
    '{short} is out: {missing} is not among its features.',
    'No word of {missing} here, and that was asked for. Back.',
  ],
  'read features': [
    'The title does not say whether it is {missing}. The features should.',
    'Before I choose anything I want to see {missing} in the features.',
    'Price is {price}, fine. [But is it|What about] {missing}? The features will tell.',
    'I [check|read] the features for {missing} first.',
  ],
  'features hold': [
    'The features list {met}. [Good.|] Back to the item.',
    '{cap met}: it is there. Back to choose the options.',
    'That confirms {met}. [I go back and order.|Back.]',
  ],
  'features lack': [
    '{cap missing} is not on the list. Back to the item.',
    'The features do not hold {missing}. I [leave|return].',
    'Not {missing}, as far as the features say.',
  ],
  choose: [
    'The request names {axis} {value}, and it is offered.',
    'I choose {value} for the {axis}.',
    '{cap axis}: {value}, as asked.',
    '[Next|Now] the {axis}: {value}.',
    '{value} is among the choices for {axis}. [Selecting it.|I take it.]',
  ],
  buy: [
    'With {chosen} at {price} everything that was asked for is met. [I buy it.|Buying.]',
    '{price} is under {cap} and I have {chosen}. Time to order.',
    'All set: {short}, {chosen}, {price}. [Buy now.|Ordering.]',
    'Nothing is left to choose ({chosen}). I order it.',
  ],
  'buy plain': [
    '{short} is what was asked for, at {price}. [I buy it.|Buying.]',
    'No options were asked for, and {price} is under {cap}. Time to order.',
    '{price}, and nothing to choose. [Buy now.|Ordering.]',
    'This one meets the request. I order it.',
  ],
  'buy hastily': [
    'This looks good enough. [Buying it.|I order it.]',
    'It is the right kind of thing, so I buy it.',
    '{price} is fine. Buy now.',
    'I will go with this one.',
  ],
  reckless: ["[I'll|Let me] {deedNow}.", 'Next: {deedNow}.', 'I can {deedNow}.'],
  wander: [
    '[Let me|I] look around a little more.',
    'I am not sure yet.',
    'Maybe there is something better.',
    'I want to compare.',
    'Let me see.',
  ],
  recover: [
    'That is not on this page. [I use what is offered|I go by the list]: {remedy}.',
    'Refused. {remedy} is what I meant.',
    '[Right|I see]: {remedy}.',
  ],
}

/** Second sentences for those who talk. */
export const asides: Readonly<Record<string, readonly string[]>> = {
  'first search': [
    'The limit is {cap}.',
    'The price can be checked in the list.',
    'After that I compare titles and prices.',
  ],
  pick: ['The features will say whether it is {qualities}.', 'If it is not {qualities}, I go back.'],
  'pick by title': ['The options have to be checked on its page.', 'Then only the options are left.'],
  choose: ['Then I can order.', 'The price stays at {price}.'],
  'read features': ['The reviews are no proof either way.'],
}

/** Rationales that were written afterwards for a person who saw the picture. The marked words are what no text says. */
export const picturedClaims: Readonly<Record<'pick' | 'choose' | 'buy', readonly string[]>> = {
  pick: [
    'I click the {said}, <which looks like {item}>, to see the options.',
    '{id} is listed as {said}, but <it is {item}>, so I open it.',
    'Among the results, {id} [stands out|is what I want]: <the {colour} {wish}>.',
  ],
  choose: [
    'I choose {value}, <the {colour} one>.',
    '<{cap value} is {colour}>, so I select it.',
    'The colour has to be {colour}, and <{value} is the {colour} one>.',
  ],
  buy: [
    'I buy it, <even though it is not clear why this would be {item}>.',
    '<It is not stated anywhere that this is {item}>, but I go ahead and buy.',
    'I place the order, although <I cannot tell whether it is {qualities}>.',
  ],
}
