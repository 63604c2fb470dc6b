import { say } from '../phrase'
import type { Topic } from './conversation'

const names = ['Marta', 'Johan', 'Priya', 'Tomas', 'Aylin', 'Ruben', 'Sofia', 'Emeka', 'Lotte', 'Kenji']
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const occasions = [
  'the budget review',
  'our coaching session',
  'the site visit',
  'the project kick-off',
  'lunch',
  'the design workshop',
  'the handover',
]
const reasons = [
  'my train connection was cancelled',
  'a deadline moved forward',
  'I have to look after my daughter',
  'a colleague fell ill',
  'the room is no longer free',
]
const gifts = ['the book on bread', 'the tea', 'the tickets', 'the framed photo', 'the notebook']
const wares = ['kettle', 'desk lamp', 'bicycle lock', 'rain jacket', 'coffee grinder']
const faults = [
  'stopped working after two days',
  'arrived with a cracked lid',
  'is not the colour I ordered',
  'leaks from the base',
]

/** Putting off a meeting, politely, and then in fewer words. */
export const postponing: Topic = (random) => {
  const [from = '', to = ''] = random.sample(days, 2)
  const slots = { name: random.pick(names), what: random.pick(occasions), from, to, reason: random.pick(reasons) }
  const user = say(
    random,
    [
      '[Please write|Can you write|Help me write] a short e-mail to {name} moving {what} from {from} to {to}, because {reason}.',
      'I need to tell {name} that {what} cannot be on {from} but on {to} instead ({reason}). [Can you draft that?|Draft it, please.]',
    ],
    slots,
  )
  const reply = say(
    random,
    [
      'Subject: {cap what}: {to} instead of {from}?\n\nHi {name},\n\n[I am sorry to change plans at short notice|Sorry for the late change]: {reason}, so I cannot make {what} on {from}. Would {to} at the same time work for you?\n\n[If not, just name a time that suits you.|Please tell me if another time is better.]\n\nBest regards',
      'Subject: Moving {what} to {to}\n\nDear {name},\n\nunfortunately {reason}. Could we move {what} from {from} to {to}? [The time can stay as it is.|I would keep the time as it was.]\n\nThank you for your understanding.',
    ],
    slots,
  )
  const shorter = say(
    random,
    [
      'Hi {name}, {reason}. Can we do {what} on {to} instead of {from}? Sorry, and thanks!',
      '{name}, could {what} move from {from} to {to}? {cap reason}. Thank you!',
    ],
    slots,
  )
  return random.chance(0.5)
    ? [
        { user, reply },
        {
          user: random.pick([
            'Shorter, please: it goes by text message.',
            'Good, but I want it in one or two sentences.',
            'Make that fit in a text message.',
          ]),
          reply: shorter,
        },
      ]
    : [{ user, reply }]
}

/** Thanking for a present. */
export const thanking: Topic = (random) => {
  const slots = {
    name: random.pick(names),
    gift: random.pick(gifts),
    when: random.pick(['last weekend', 'for my birthday', 'on Sunday', 'at the party']),
  }
  return [
    {
      user: say(
        random,
        [
          'Write a thank-you note to {name} for {gift} I was given {when}. [Warm but not gushing.|Three sentences at most.]',
          '{name} gave me {gift} {when}. How do I say thank you in writing?',
        ],
        slots,
      ),
      reply: say(
        random,
        [
          'Dear {name},\n\nthank you for {gift}! [It was a lovely surprise|You could not have chosen better], and I have already found a good use for it. [I hope to see you soon.|Let us meet soon so that I can thank you in person.]\n\nYours',
          'Hi {name}, I keep thinking of your kindness {when}: thank you so much for {gift}. It [made|brightened] my week.',
        ],
        slots,
      ),
    },
  ]
}

/** Complaining about something that was bought. */
export const complaining: Topic = (random) => {
  const slots = {
    ware: random.pick(wares),
    fault: random.pick(faults),
    order: String(random.between(10_000, 99_999)),
    days: String(random.pick([7, 10, 14])),
  }
  return [
    {
      user: say(
        random,
        [
          'My {ware} {fault} (order {order}). [Write a complaint that is firm and polite.|Draft a message to the shop.]',
          'I want my money back for a {ware} that {fault}. Order number {order}. Can you write to the seller?',
        ],
        slots,
      ),
      reply: say(
        random,
        [
          'Subject: Order {order}: {ware}\n\nDear customer service,\n\nthe {ware} from order {order} {fault}. I ask you to refund the price or send a replacement within {days} days, and to tell me how I can return it at no cost.\n\n[A photo is attached.|I can send photos if that helps.]\n\nKind regards',
          'Subject: Defective {ware}, order {order}\n\nHello,\n\nI bought a {ware} from you (order {order}). It {fault}. Please let me know within {days} days whether you will refund or replace it.\n\nThank you.',
        ],
        slots,
      ),
    },
  ]
}
