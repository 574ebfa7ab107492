// What seeded people and places are called. The order is part of the seeds: add at the end only.

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const firstNames = words(`
  Aisha, Alfie, Amara, Amelia, Arthur, Beatrice, Bilal, Callum, Chidi, Chloe, Daniel, Daphne, Dylan, Edith, Eleanor,
  Elif, Emeka, Esme, Farah, Fergus, Florence, Freya, George, Grace, Hamza, Harriet, Hugo, Imogen, Imran, Isla, Ivy,
  Jack, Jasmine, Joseph, Kavita, Kwame, Leah, Leo, Lucia, Mabel, Magdalena, Marcus, Mei, Mohammed, Naomi, Niamh, Noah,
  Olena, Oliver, Oscar, Paloma, Piotr, Poppy, Priya, Rhys, Rosa, Ruth, Samuel, Sanjay, Sian, Stella, Theo, Winston, Yusuf`);

export const lastNames = words(`
  Abbott, Adeyemi, Ahmed, Archer, Ashworth, Bailey, Banerjee, Barlow, Begum, Bennett, Blackwood, Brennan, Burgess,
  Carmichael, Chen, Clarke, Costa, Crawford, Dalton, Davies, Desai, Doyle, Edwards, Ellison, Evans, Fairclough, Ferreira,
  Fletcher, Flynn, Foster, Gallagher, Garner, Goddard, Grant, Griffiths, Hale, Harding, Hassan, Hayward, Hughes, Hussain,
  Ibrahim, Jarvis, Jenkins, Johnstone, Kaur, Kelly, Khan, Kowalski, Lambert, Lawson, Li, Llewellyn, MacDonald, Mahmood,
  Marsh, Mensah, Mistry, Morgan, Murray, Nair, Newton, Nowak, Obi, Okafor, Osborne, Owusu, Parekh, Patel, Pearce, Price,
  Quinn, Rahman, Reid, Rhodes, Roberts, Sandhu, Sharma, Shaw, Silva, Sinclair, Singh, Stanton, Sutton, Thorne, Turner,
  Vaughan, Wallace, Walsh, Watkins, Webster, Whitaker, Wilkinson, Wójcik, Yates, Zhang`);

export const counties = words(`
  Avon, Berkshire, Cambridgeshire, Cheshire, Cumbria, Derbyshire, Devon, Dorset, Durham, Essex, Fife, Gloucestershire,
  Gwent, Hampshire, Hertfordshire, Kent, Lancashire, Lothian, Merseyside, Norfolk, Northumberland, Nottinghamshire,
  Oxfordshire, Powys, Shropshire, Somerset, Staffordshire, Suffolk, Surrey, Warwickshire, Wiltshire, Worcestershire`);

/** Places abroad that the company also serves, with their time zones. */
export const placesAbroad = [
  { place: 'Dublin', timeZone: 'Europe/Dublin' },
  { place: 'Málaga', timeZone: 'Europe/Madrid' },
  { place: 'Las Palmas', timeZone: 'Atlantic/Canary' },
  { place: 'Dubai', timeZone: 'Asia/Dubai' },
] as const;

export const houses = words(
  'Abbey, Beech, Chestnut, Elm, Harbour, Hazel, Larch, Meadow, Mill, Orchard, Priory, Rose, Rowan, Vale, Willow',
);

export const kindsOfHouse = words('Court, Gardens, Grange, House, Lodge, Manor, View');

export const streets = words(
  'Abbey Road, Castle Street, Church Lane, Granary Way, High Street, Market Place, Mill Lane, Park Avenue, Station Road',
);

/** Where agents live. */
export const areas = words(`
  Bath, Bradford, Bristol, Cambridge, Cardiff, Carlisle, Chester, Derby, Dundee, Exeter, Glasgow, Hull, Ipswich, Leeds,
  Lincoln, Luton, Newport, Norwich, Oxford, Perth, Plymouth, Preston, Reading, Swansea, Truro, York`);
