/** Two businesses that a person can read. Names and addresses are invented. */
export const small = [
  {
    businessName: 'Marlow Street Jewellers',
    slug: 'marlow-street',
    currency: 'USD',
    timeZone: 'Europe/Oslo',
    admin: { name: 'Ines Halvorsen', email: 'ines@marlow-street.example' },
    employees: [
      { name: 'Tomas Abara', email: 'tomas@marlow-street.example' },
      { name: 'Nils Berger', email: 'nils@marlow-street.example' },
    ],
    customers: [
      {
        name: 'Dipika Sarraf',
        email: 'dipika@example.com',
        task: 'Ring resize, N to P',
        description: 'Two sizes up, keep the hallmark. For a wedding on 28 November.',
        status: 'in-progress',
        talk: [
          ['employee', 'Good morning Dipika. I measured the ring: it is an N, so P is two sizes up.'],
          ['customer', 'That is what I hoped. Will the hallmark stay?'],
          ['employee', 'It will: I open the ring at the other side.'],
          ['customer', 'The blue one is my grandmother’s. Is the claw safe?'],
          ['employee', 'One claw is worn thin. I can retip it while the ring is open, no extra charge.'],
          ['employee', 'Ready today by five.'],
        ],
        pays: [24_000, 6_000],
      },
      {
        name: 'Lucien Osei',
        email: 'lucien@example.com',
        task: 'Valuation for insurance',
        description: 'Three pieces, one without papers.',
        status: 'pending',
        talk: [
          ['customer', 'When may I bring them in?'],
          ['employee', 'Thursday after ten suits us well.'],
        ],
        pays: [18_500],
      },
      {
        name: 'Greta Vanholt',
        email: 'greta@example.com',
        task: 'Restring a pearl necklace',
        description: '',
        status: 'pending',
        talk: [],
        pays: [],
      },
    ],
    waiting: [
      { name: 'Søren Achterberg', email: 'soren@example.com', task: 'Engraving on a watch' },
      { name: 'Noor Haddad', email: 'noor@example.com', task: 'A bracelet made shorter' },
      { name: 'Per Solvang', email: 'per@example.com', task: 'A new battery and a strap' },
    ],
    rejected: [
      {
        name: 'Cheap Watches',
        email: 'offers@watches.example',
        task: 'Buy our watches',
        reason: 'This is an advertisement, not a request.',
      },
    ],
  },
  {
    businessName: 'Fjord Web Studio',
    slug: 'fjord-web',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    admin: { name: 'Hugo Falkenrath', email: 'hugo@fjord-web.example' },
    employees: [{ name: 'Mina Solberg', email: 'mina@fjord-web.example' }],
    customers: [
      {
        name: 'Asta Lindqvist',
        email: 'asta@example.com',
        task: 'Frontend-Development',
        description: 'A booking page for the bakery.',
        status: 'in-progress',
        talk: [
          ['customer', 'Could the form ask for the time first?'],
          ['employee', 'Yes, it does now.'],
        ],
        pays: [90_000],
      },
    ],
    waiting: [{ name: 'Ravi Menon', email: 'ravi@example.com', task: 'A shop for my tea house' }],
    rejected: [],
  },
] as const;
