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
        says: 'The blue one is my grandmother’s. Is the claw safe?',
        answer: 'One claw is worn thin. I can retip it while the ring is open, no extra charge.',
        pays: [24_000, 6_000],
      },
      {
        name: 'Lucien Osei',
        email: 'lucien@example.com',
        task: 'Valuation for insurance',
        description: 'Three pieces, one without papers.',
        says: 'When may I bring them in?',
        answer: 'Thursday after ten suits us well.',
        pays: [18_500],
      },
      {
        name: 'Greta Vanholt',
        email: 'greta@example.com',
        task: 'Restring a pearl necklace',
        description: '',
        says: '',
        answer: '',
        pays: [],
      },
    ],
    waiting: { name: 'Søren Achterberg', email: 'soren@example.com', task: 'Engraving on a watch' },
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
        says: 'Could the form ask for the time first?',
        answer: 'Yes, it does now.',
        pays: [90_000],
      },
    ],
    waiting: { name: 'Ravi Menon', email: 'ravi@example.com', task: 'Welcome Task' },
  },
] as const;
