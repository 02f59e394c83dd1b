import { fold } from '#domain/kernel/search.ts';
import { type DecimalMark, guessDecimalMark } from './amount-text.ts';
import { DateForm, guessDateForm, readDay } from './day-text.ts';
import type { MappedColumn, MappingGuess } from './mapping.ts';

/** What the head of a column says in English, German, French, Spanish, Portuguese, Dutch, Nordic languages and Hindi. */
const words: Record<MappedColumn, string> = {
  customerColumn:
    'customer customerid customerno customernumber customernr customercode client clientid clientno account accountid buyer reference userid kunde kundennummer kundennr kundenid kundenr kundenummer kundnummer kundid cliente clienteid idcliente codigocliente numeroclient idclient klant klantnummer klantnr asiakas asiakasnumero ग्राहक',
  emailColumn:
    'email mail emailaddress customeremail emailadresse mailadresse courriel adressemail correo correoelectronico epost epostadresse sahkoposti ईमेल',
  nameColumn:
    'name fullname customername clientname buyername kundenname nom nomclient nombre nombrecliente nome naam klantnaam navn kundenavn namn kundnamn nimi नाम',
  dateColumn:
    'date day paidon paidat paymentdate orderdate purchasedate transactiondate invoicedate createdat created datum zahldatum zahlungsdatum kaufdatum bestelldatum buchungstag rechnungsdatum datepaiement jour fecha fechapago data datapagamento dato betalingsdato betaaldatum paiva तारीख दिनांक',
  amountColumn:
    'amount total totalamount sum price value paid gross revenue spend amountpaid ordertotal betrag summe gesamt gesamtbetrag preis umsatz montant somme prix importe monto valor soma preco bedrag totaal belop belopp sum summa maara राशि रकम',
  currencyColumn: 'currency currencycode ccy wahrung waehrung devise moneda divisa moeda valuta valuutta मुद्रा',
  placeColumn:
    'city town place customercity ort stadt wohnort ville ciudad localidad cidade plaats woonplaats poststed sted stad kaupunki paikkakunta शहर',
  countryColumn: 'country countrycode customercountry land pays pais paese maa देश',
  bornColumn:
    'born bornon birthday birthdate dateofbirth dob geboren geburtsdatum geburtstag naissance datenaissance nacimiento fechanacimiento nascimento datanascimento geboortedatum fodselsdato fodt fodelsedatum syntymaaika जन्मतिथि',
};

const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
const known = Object.entries(words).map(
  ([field, list]) => [field as MappedColumn, new Set(list.split(' ').map(plain))] as const,
);

type Column = { name: string; values: readonly string[] };

/** What each column is, by its head and, for days, by what stands in it. `usualMark` goes with the file's separator. */
export function guessMapping(columns: readonly Column[], usualMark: DecimalMark): MappingGuess {
  const found = new Map(known.map(([field, heads]) => [field, placeOf(columns, heads)]));
  const bornColumn = found.get('bornColumn') ?? null;
  const dateColumn = found.get('dateColumn') ?? columnOfDays(columns, bornColumn);
  const placeColumn = found.get('placeColumn') ?? null;
  const amountColumn = found.get('amountColumn') ?? null;
  return {
    customerColumn: found.get('customerColumn') ?? null,
    emailColumn: found.get('emailColumn') ?? null,
    nameColumn: found.get('nameColumn') ?? null,
    dateColumn,
    amountColumn,
    currencyColumn: found.get('currencyColumn') ?? null,
    placeColumn,
    countryColumn: placeColumn === null ? null : (found.get('countryColumn') ?? null),
    bornColumn,
    dateForm: dateColumn === null ? null : guessDateForm(filled(columns[dateColumn])),
    decimalMark: amountColumn === null ? usualMark : guessDecimalMark(filled(columns[amountColumn]), usualMark),
  };
}

const filled = (column: Column | undefined): string[] => (column?.values ?? []).filter(Boolean);

function placeOf(columns: readonly Column[], heads: ReadonlySet<string>): number | null {
  const at = columns.findIndex(({ name }) => heads.has(plain(name)));
  return at < 0 ? null : at;
}

function columnOfDays(columns: readonly Column[], bornColumn: number | null): number | null {
  const at = columns.findIndex((column, place) => {
    if (place === bornColumn) return false;
    const some = filled(column).slice(0, 20);
    return some.length > 0 && DateForm.options.some((form) => some.every((text) => readDay(text, form) !== null));
  });
  return at < 0 ? null : at;
}
