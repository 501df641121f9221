/** The start of the register's own header, then the columns that are read, in its order; invented schools below. */
const SAMPLE = [
  '"URN","LA (code)","LA (name)","EstablishmentNumber","EstablishmentName","TypeOfEstablishment (code)","TypeOfEstablishment (name)","EstablishmentTypeGroup (code)","EstablishmentTypeGroup (name)","EstablishmentStatus (code)","EstablishmentStatus (name)","PhaseOfEducation (code)","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","ReligiousCharacter (name)","Diocese (name)","NumberOfPupils","Street","Locality","Address3","Town","County (name)","Postcode","SchoolWebsite","TelephoneNum","HeadTitle (name)","HeadFirstName","HeadLastName","GOR (code)","GOR (name)"',
  '"100001","999","Exampleshire","2001","St Zoë’s Example Primary, Oakfield","2","Voluntary aided school","4","Local authority maintained schools","1","Open","2","Primary","4","11","Church of England","Example","210","Bell Lane","","","Exampleton","Exampleshire","EX1 1EX","www.oakfield.example.org","07700900100","Ms","Hidden","Headname","J","South West"',
  '"100002","999","Exampleshire","2002","Example Infant School","1","Community school","4","Local authority maintained schools","1","Open","2","Primary","4","7","None","Not applicable","90","","","","Exampleton","Not recorded","EX1 2EX","","","","","","J","South West"',
  '"100003","999","Exampleshire","7003","Example Special School","7","Community special school","5","Special schools","1","Open","0","Not applicable","3","19","None","","40","Far Lane","","","Exampleton","","EX1 3EX","","","","","","W","Wales (pseudo)"',
].join('\r\n');
// The register writes Windows-1252, whose letters above 127 are those of Latin-1 but for the curly quotation mark.
/** The sample as a school downloads it. */
export const registerSample = Buffer.from(SAMPLE.replace('’', '\x92'), 'latin1');
