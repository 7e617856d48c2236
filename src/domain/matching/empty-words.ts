/** Words that say nothing of what a text is about, folded: of grammar, and those in which people want, offer and do. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also although always am an and another any anyone anybody anything are around as at away back be because
  been before being best better between big both but by can cannot come could day did do does doing done down during each either
  else enough especially etc even ever every everyone few first for from full further get gets getting give given go goes going
  good great had has have having he her here hers him his how i if im in into is isnt it its itself ive just keep kind know last later
  least less let like likes little long look lot lots love loves made make makes making many may maybe me mine month months
  more most much must my near never new next no none nor not now of off often old on once one only or other others our ours out
  over own part people per perhaps person please put quite rather really right said same say see several shall she should since
  small so some somebody someone something soon still such take than that the their theirs them then there these they thing things
  think this those though through time times to together too toward towards two under until up upon us used usually very via want
  wants was way we week weeks well were what when where which while who whom whose why will wish with within without wont
  work working works would year years yes yet you your yours
  able advice advise advises anyway available contact contacts hear help helped helping helps hire hires hiring hope hopes idea ideas interested interest
  introduce introduction introductions know knows known knowing learn learns learning looking looks meet meets meeting need needed needs
  needing offer offers offering plan plans planning recommend recommendation search searching seek seeking seeks start started starting starts talk talks tip
  tips try trying turn useful using
  city home miss misses missing place ran run runs today tomorrow town weekend whole yesterday
  january february march april june july august september october november december
  monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays
  heute morgen gestern tag tage stadt ganz ganze ganzen januar februar marz mai juni juli oktober dezember
  montag montags dienstag dienstags mittwoch mittwochs donnerstag donnerstags freitag freitags samstag samstags sonntag sonntags
  aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da dabei damit dann das dass
  dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer
  eines einige er es etwas euch euer fur gegen gern gerne geht gibt gut gute guten hab habe haben hat hatte hatten hier hilfe ich ihm ihn
  ihnen ihr ihre ihrem ihren im immer in ins ist ja jahr jahre jeder jemand jemanden kann kein keine konnen konnte kennt macht machen
  mal man mehr mein meine mich mir mit mochte muss nach neu neue neuen neuer nicht nichts noch nun nur ob oder ohne schon sehr sein
  seine sich sie sind so sucht suche suchen hilft helfen bietet braucht brauchen uber um und uns unser unsere unter viel viele vom von vor wann war waren was weil
  wenn wer werden wie will wir wird wo zu zum zur zwei zwischen`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
