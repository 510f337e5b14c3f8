// What attackers try first, written as it is compared: small letters and digits only, nothing between them. Chosen from
// the kinds of entries that lead the published lists of leaked passwords, the long ones and the parts of long ones.

/** Long passwords and phrases that many people have had the same idea of. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
correcthorsebatterystaple correcthorsebatterystapler correctbatteryhorsestaple horsebatterystaple batterystaplehorse
thequickbrownfox thequickbrownfoxjumps quickbrownfoxjumps thequickbrownfoxjumpsover
thequickbrownfoxjumpsoverthelazydog quickbrownfoxjumpsoverthelazydog jumpsoverthelazydog
loremipsumdolor loremipsumdolorsit loremipsumdolorsitamet
tobeornottobe tobeornottobethatisthequestion thatisthequestion onceuponatime onceuponatimeinaland happilyeverafter
inthebeginningwastheword inthebeginninggodcreated thelordismyshepherd ishallnotwant ourfatherwhoartinheaven
godsolovedtheworld forgodsolovedtheworld jesuslovesme jesusismylord jesusismysavior jesuschristislord godisgood
godisgreat godisgoodallthetime inthenameofjesus icandoallthings icandoallthingsthroughchrist ingodwetrust godblessamerica
maytheforcebewithyou iamyourfather lukeiamyourfather donotgogentle itwasthebestoftimes callmeishmael
beammeupscotty liveandprosper livelongandprosper resistanceisfutile winteriscoming youknownothingjonsnow
onedoesnotsimply onedoesnotsimplywalk myprecious onering oneringtorulethemall
youshallnotpass toinfinityandbeyond hakunamatata supercalifragilistic supercalifragilisticexpialidocious
letitgoletitgo nevergonnagiveyouup nevergonnaletyoudown ilikebigbuttsandicannotlie isthisthereallife wewillrockyou
wearethechampions somewhereovertherainbow twinkletwinkle twinkletwinklelittlestar rowrowrowyourboat maryhadalittlelamb
happybirthdaytoyou itsasmallworld hellomynameis whatisyourname howareyoutoday allyouneedislove imagineallthepeople
iloveyou iloveyousomuch iloveyouforever iloveyoubaby iloveyoumore iloveyoutothemoon iloveyoutothemoonandback
iloveyouwithallmyheart iloveyouverymuch ilovemyfamily ilovemywife ilovemyhusband ilovemykids ilovemydog ilovemycat
ilovemymom ilovemymother ilovemydaughter ilovemyson ilovemychildren ilovemyself ilovemyjob ihatemyjob ihatepasswords
ihatemylife ilovechocolate ilovemusic ilovefootball iloveyoumom iloveyoudaddy ilovejesus ilovegod loveyouforever
foreverandever foreverandalways bestfriendsforever bestfriends4ever livelaughlove liveyourlife
thisismypassword thisismynewpassword thisisapassword thisisasecurepassword thisisalongpassword thisisastrongpassword
thisismysecretpassword thisisnotapassword thisisnotmypassword mypasswordispassword mypasswordis mynewpassword
myoldpassword mysecretpassword mysupersecretpassword supersecretpassword averylongpassword averysecurepassword
verylongpassword verysecurepassword verystrongpassword averystrongpassword longpassword averylongpassphrase
iforgotmypassword iforgotmypasswordagain forgotmypassword icantremembermypassword idontknowmypassword idontknow
nobodyknowsmypassword noonewillguessthis noonewilleverguess nobodywillguessthis youwillneverguess youwillneverguessthis
youllneverguess youllneverguessthis youcantguessthis trytoguessthis guessmypassword guessthispassword whatismypassword
whatsmypassword whatsthepassword thepasswordispassword enteryourpassword enterpassword enterpasswordhere typeyourpassword
changemeplease changemenow changethispassword pleasechangeme pleasechangethis pleaseletmein letmeinplease letmeinnow
letmeinletmein opensesame opensesameplease abracadabra pleaseopenthedoor onetwothreefour onetwothreefourfive
onetwothreefourfivesix fourscoreandsevenyearsago wethepeople wethepeopleoftheunitedstates makeamericagreatagain
unitedstatesofamerica californiadreaming californiagirls losangeleslakers losangelesdodgers sanfranciscogiants
newyorkyankees dallascowboys greenbaypackers manchesterunited liverpoolfc realmadrid fcbarcelona chicagobulls
santamonicapier santamonicabeach hotelcalifornia welcometothejungle spidermanbatman harrypotterandthe
anappleaday anappleadaykeepsthedoctoraway keepsthedoctoraway laughteristhebestmedicine firstdonoharm
teamohastaelinfinito teamomuchisimo teamoconlocura tequieromucho teamomucho diosesamor diosesbueno jesusteama
diosmiosalvador padrenuestroqueestasenelcielo enunlugardelamancha micontrasena micontrasenasegura estaesmicontrasena
contrasenasegura nomeacuerdo olvidemicontrasena hastalavista hastalavistababy
passwordpassword adminadmin administrator systemadministrator trustnoone trustnobody nothingtosee nothingtoseehere
`
    .trim()
    .split(/\s+/),
)

/** Words of which a password must not wholly consist, alone or strung together. */
export const weakWords: readonly string[] = `
password passwort passwords passphrase passcode contrasena clave secret secreto secure security segura access acceso
admin administrator user username login signin logon guest root system default server desk windows microsoft google
welcome bienvenido letmein changeme please hello world test testing temp temporary sample example demo
clinic clinica doctor doctora nurse enfermera provider patient paciente medical health hospital office infusion ketamine
ketamina pharmacy medicine frontdesk biller manager reception staff company business work home
summer winter spring autumn fall monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december love iloveyou baby angel princess monkey dragon master shadow
sunshine football baseball basketball soccer superman batman pokemon starwars jordan killer hunter ranger flower cookie
chocolate summertime freedom whatever trustno qwerty asdf zxcv qaz wsx abc xyz
my your the is this new old good best super one two three four five six seven eight nine zero
california santamonica oxnard losangeles america
`
  .trim()
  .split(/\s+/)

/** Rows and zigzags of keyboards and the alphabet; four letters of one in a row count as a weak part. */
export const keyboardRuns: readonly string[] = [
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'poiuytrewqlkjhgfdsamnbvcxz',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'zaq1xsw2cde3vfr4bgt5nhy6mju7ki8lo9p0',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9j0',
]

/** Six-digit PINs that lead the counts of leaked ones and have no plain pattern: keypad shapes and dates. */
export const commonPins: ReadonlySet<string> = new Set(
  `
159753 147258 258369 147852 258456 789456 456789 456123 123789 789123 321654 654987 987456 741852 852963 963852 159357
357159 951753 753951 142536 362514 102030 203040 112358 314159 271828 123654 321456 101112 131415 121314 123450 543210
520131 520520 131452 201314 696969 420420 007007 246810 135791 135790 024680 124578 235689 145632 147896 369852
`
    .trim()
    .split(/\s+/),
)
