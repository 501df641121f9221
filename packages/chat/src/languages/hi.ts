import type { LanguageTable } from './table.ts';

/** Hindi. */
export const hi: LanguageTable = {
  code: 'hi',
  source:
    'The tables of whats_json (iOS Localizable.strings and Android strings.xml) and its sample hindi_ios.txt; no source was found for who joined or left, so those are not read.',
  notices: [
    ['encryption', 'मैसेजेस और कॉल्स एंड-टू-एंड एन्क्रिप्टेड हैं…'],
    ['security-code', '{t} के लिए आपका सुरक्षा कोड बदल गया है…'],
    ['call', 'मिस्ड वॉइस कॉल…'],
    ['call', 'मिस्ड वीडियो कॉल…'],
    ['call', 'वॉइस कॉल मिस हुई…'],
  ],
  tells: [
    ['encryption', /एन्क्रिप्/],
    ['security-code', /सुरक्षा कोड/],
    ['created', /(?:ग्रुप|समूह).*बनाया/],
    ['description', /विवरण|वर्णन/],
    ['subject', /विषय|(?:ग्रुप|समूह) का नाम/],
    ['admin', /एडमिन/],
    ['joined', /लिंक|शामिल हु/],
    ['removed', /हटा|निकाल/],
    ['added', /जोड़|शामिल क/],
    ['left', /छोड़|निकल|बाहर/],
  ],
  you: ['आप', 'आपने'],
  and: [' और '],
  omitted: {
    'मीडिया के बिना': 'unknown',
    'फ़ोटो हटाई गई': 'image',
    'वीडियो छोड़ा गया': 'video',
    'ऑडियो हटाई गयी': 'audio',
    'स्टिकर छोड़ा गया': 'sticker',
    'GIF छोड़ा गया': 'gif',
    'डॉक्यूमेंट छोड़ा गया': 'document',
    'कॉन्टैक्ट कार्ड छोड़ा गया': 'contact',
  },
  attached: ['अटैच किया गया'],
  fileAttached: ['फाइल अटैच कर दी गई है', 'फाइल संलग्न'],
  deleted: ['यह मैसेज डिलीट कर दिया गया है', 'आपने यह मैसेज डिलीट किया', 'आपने यह संदेश मिटाया'],
  edited: [],
  calls: ['मिस्ड वॉइस कॉल', 'मिस्ड वीडियो कॉल', 'वॉइस कॉल मिस हुई'],
  labels: { location: ['लोकेशन', 'स्थान'], liveLocation: ['लाइव स्थान साझा किया गया'] },
};
