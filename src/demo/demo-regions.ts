/** What people of a country are called and how their companies, addresses and money look. All of it invented. */
export interface DemoRegion {
  readonly country: string;
  /** As a hurried colleague writes it into the country column. */
  readonly countryWritten: readonly string[];
  readonly locales: readonly string[];
  readonly timeZones: readonly string[];
  readonly currency: string;
  /** What one euro of the price list costs there, in whole units. */
  readonly rate: number;
  readonly phone: (digits: (count: number) => string) => string;
  readonly forms: readonly string[];
  readonly trades: readonly string[];
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly hosts: readonly string[];
  readonly customers: number;
}

const spanishFirst = [
  'Lucía',
  'Marta',
  'Íñigo',
  'Aitana',
  'Rubén',
  'Nuria',
  'Álvaro',
  'Begoña',
  'Óscar',
  'Inés',
  'Sergio',
  'Rocío',
  'Xavier',
  'Noelia',
  'Joaquín',
  'Pilar',
];
const spanishLast = [
  'Arrieta',
  'Beltrán',
  'Cabañas',
  'Duarte',
  'Echevarría',
  'Figueroa',
  'Galindo',
  'Ibáñez',
  'Leiva',
  'Monzón',
  'Núñez',
  'Olmedo',
  'Puig',
  'Quintero',
  'Redondo',
  'Sáez',
  'Urrutia',
  'Zabala',
];
const americanFirst = [
  'Valentina',
  'Santiago',
  'Ximena',
  'Emiliano',
  'Camila',
  'Matías',
  'Fernanda',
  'Joaquín',
  'Daniela',
  'Tomás',
  'Renata',
  'Andrés',
  'Antonella',
  'Julián',
  'Paulina',
  'Nicolás',
];
const americanLast = [
  'Aguilar',
  'Bustos',
  'Cárdenas',
  'Domínguez',
  'Espinoza',
  'Fuenzalida',
  'Guzmán',
  'Huamán',
  'Jaramillo',
  'Lozano',
  'Mejía',
  'Ocampo',
  'Paredes',
  'Quispe',
  'Rentería',
  'Saldívar',
  'Toledo',
  'Villaseñor',
];
const spanishTrades = [
  'Panadería',
  'Ferretería',
  'Clínica Dental',
  'Óptica',
  'Bodegas',
  'Gestoría',
  'Librería',
  'Autoescuela',
  'Talleres',
  'Viajes',
  'Seguros',
  'Transportes',
  'Academia',
  'Farmacia',
  'Cerámicas',
  'Muebles',
  'Hotel',
  'Colegio',
  'Imprenta',
  'Aceites',
];
const americanTrades = [
  'Comercializadora',
  'Distribuidora',
  'Constructora',
  'Clínica',
  'Laboratorios',
  'Universidad',
  'Transportes',
  'Agrícola',
  'Inmobiliaria',
  'Ferretería',
  'Textiles',
  'Seguros',
  'Cafés',
  'Hotel',
  'Editorial',
  'Consultores',
];
const spanishHosts = [
  'www',
  'tienda',
  'correo',
  'citas',
  'portal',
  'clientes',
  'intranet',
  'api',
  'pagos',
  'reservas',
  'vpn',
  'facturas',
];
const english = {
  forms: ['Ltd', 'Ltd', 'LLP'],
  trades: ['Bakery', 'Dental', 'Logistics', 'Books', 'Cycles', 'Insurance', 'Travel', 'Joinery', 'Foods', 'Pharmacy', 'Brewing', 'Tutors'],
  firstNames: ['Imogen', 'Callum', 'Priya', 'Rowan', 'Niamh', 'Declan', 'Harriet', 'Tobias', 'Maeve', 'Edmund', 'Leila', 'Fergus'],
  lastNames: ['Ashdown', 'Bramley', 'Carraway', 'Dunmore', 'Ellery', 'Fairclough', 'Garrick', 'Holloway', 'Kincaid', 'Lockyer', 'Merrick', 'Thornbury'],
  hosts: ['www', 'shop', 'mail', 'booking', 'portal', 'api', 'intranet', 'pay', 'vpn', 'accounts'],
}; // biome-ignore format: lists of words read better as paragraphs
const american = {
  firstNames: americanFirst,
  lastNames: americanLast,
  trades: americanTrades,
  hosts: spanishHosts,
};

export const demoRegions: readonly DemoRegion[] = [
  {
    country: 'ES', countryWritten: ['ES', 'España', 'ES', 'ESPAÑA'], locales: ['es-ES', 'es-ES', 'español', 'es_ES'],
    timeZones: ['Europe/Madrid', 'Europe/Madrid', 'Europe/Madrid', 'Atlantic/Canary'], currency: 'EUR', rate: 1,
    phone: (n) => `+34 9${n(2)} ${n(3)} ${n(3)}`, forms: ['S.L.', 'S.L.', 'S.A.', 'S. Coop.', 'S.L.U.'],
    trades: spanishTrades, firstNames: spanishFirst, lastNames: spanishLast, hosts: spanishHosts, customers: 45,
  },
  {
    country: 'MX', countryWritten: ['MX', 'México', 'Mexico'], locales: ['es-MX', 'es-MX', 'es_MX'],
    timeZones: ['America/Mexico_City', 'America/Mexico_City', 'America/Monterrey', 'America/Tijuana'], currency: 'MXN',
    rate: 20, phone: (n) => `+52 55 ${n(4)} ${n(4)}`, forms: ['S.A. de C.V.', 'S. de R.L. de C.V.', 'S.C.'], ...american, customers: 20,
  },
  {
    country: 'CO', countryWritten: ['CO', 'Colombia'], locales: ['es-CO'], timeZones: ['America/Bogota'], currency: 'COP',
    rate: 4500, phone: (n) => `+57 601 ${n(3)} ${n(4)}`, forms: ['S.A.S.', 'S.A.S.', 'Ltda.'], ...american, customers: 14,
  },
  {
    country: 'CL', countryWritten: ['CL', 'Chile'], locales: ['es-CL'], timeZones: ['America/Santiago'], currency: 'CLP',
    rate: 1050, phone: (n) => `+56 2 ${n(4)} ${n(4)}`, forms: ['SpA', 'Ltda.', 'S.A.'], ...american, customers: 10,
  },
  {
    country: 'AR', countryWritten: ['AR', 'Argentina'], locales: ['es-AR'], timeZones: ['America/Argentina/Buenos_Aires'],
    currency: 'USD', rate: 1.1, phone: (n) => `+54 11 ${n(4)}-${n(4)}`, forms: ['S.R.L.', 'S.A.'], ...american, customers: 8,
  },
  {
    country: 'PE', countryWritten: ['PE', 'Perú'], locales: ['es-PE'], timeZones: ['America/Lima'], currency: 'USD',
    rate: 1.1, phone: (n) => `+51 1 ${n(3)} ${n(4)}`, forms: ['S.A.C.', 'E.I.R.L.'], ...american, customers: 6,
  },
  {
    country: 'GB', countryWritten: ['GB', 'GB', 'UK'], locales: ['en-GB', 'en-GB', 'English'],
    timeZones: ['Europe/London'], currency: 'GBP', rate: 0.85, phone: (n) => `+44 20 ${n(4)} ${n(4)}`, ...english, customers: 8,
  },
  {
    country: 'US', countryWritten: ['US', 'USA'], locales: ['en-US'], timeZones: ['America/New_York', 'America/Chicago', 'America/Los_Angeles'],
    currency: 'USD', rate: 1.1, phone: (n) => `+1 212 555 ${n(4)}`, ...english, forms: ['LLC', 'Inc.'], customers: 6,
  },
  {
    country: 'IE', countryWritten: ['IE', 'Ireland'], locales: ['en-IE'], timeZones: ['Europe/Dublin'], currency: 'EUR',
    rate: 1, phone: (n) => `+353 1 ${n(3)} ${n(4)}`, ...english, customers: 3,
  },
]; // biome-ignore format: a table of regions reads better in few lines
