/** Rule: a password has 10 characters at least and is not one that everybody tries first. */
export const SHORTEST_PASSWORD = 10;

/** Longer than any passphrase, short enough that hashing one is not an attack. */
export const LONGEST_PASSWORD = 200;

/** Passwords of ten characters and more that lead the published lists of leaked ones. */
const COMMON_PASSWORDS = new Set(
  `1234567890 0123456789 0987654321 9876543210 1234567891 12345678910 123456789a 123456789q 1234567890a
  1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5 qwertyuiop qwerty12345 qwerty123456
  qwertyuiop123 qwerty1234 123qwe123qwe 123qweasdzxc qazwsxedcrfv qazwsxedc123 asdfghjkl1 asdfghjkl123
  zxcvbnm123 asdf1234567 aaaaaaaaaa 0000000000 1111111111 2222222222 5555555555 6666666666 7777777777
  8888888888 9999999999 1212121212 1231231231 1122334455 11223344556 123123123123 1029384756 147258369a
  password12 password123 password1234 password12345 password01 password11 password99 passw0rd123
  p@ssw0rd123 p@ssword123 p@ssword12 passwordpassword mypassword mypassword1 password123! password1!
  pa55word123 administrator admin12345 admin123456 adminadmin letmein123 letmein1234 iloveyou123
  iloveyou12 iloveyouforever iloveyou1234 welcome123 welcome1234 welcome12345 sunshine123 princess123
  princess12 football123 baseball123 basketball liverpool123 manchester barcelona1 superman123
  batman12345 pokemon123 pokemon1234 spiderman123 dragon12345 monkey12345 michael123 charlie123
  jordan23jordan trustno1trustno1 whatever123 computer123 internet123 starwars123 chocolate1 butterfly1
  abcdefghij abcdefghijk abcd123456 abc1234567 abc123456789 abcdef123456 a123456789 a1234567890
  aa12345678 aa123456789 asd123456789 q123456789 z123456789 changeme123 changeme12 secret12345 test123456
  testtest123 test1234567 user123456 guest12345 qwe123456789 samsung123 google12345 facebook123
  newyork123 newyorkcity america123 freedom123 jesuschrist godisgood1 blessed123 unbelievable
  instainstru instainstru1 instainstru123`.split(/\s+/),
);

/** The API's words for the password of a signed-in person that was given again and does not match. */
export const WRONG_PASSWORD = "is not your password";

/** What is wrong with a password, in a sentence for its owner; null when nothing is. */
export function findPasswordProblem(password: string): string | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return `Use at least ${SHORTEST_PASSWORD} characters.`;
  if (length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  if (COMMON_PASSWORDS.has(password.toLowerCase())) {
    return "This password is on every list of common ones. Choose another.";
  }
  return null;
}
