/** What the agent is told before it enters the shop. */
export const storefrontPrompt = `You shop for a customer in a text version of an online shop. Each turn, say what you think in a sentence or two, then give one action:

search[words]   on the search page
click[target]   anything that the list after "You can:" offers

Choose the options the customer names, mind the price, and end with click[buy now]. What you buy is compared with what was asked for: qualities, options and price each count.`
