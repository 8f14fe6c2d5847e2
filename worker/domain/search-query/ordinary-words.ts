import { toSingular } from "./word-forms.ts";

/**
 * Everyday English words and first names that differ from a word of the catalog by no more than the
 * spelling correction allows ("night" and "right", "dance" and "dante"). Only such words need to be
 * here: any other word is left alone because nothing is near it. Where the vocabulary grows, the
 * list grows with it. Singular forms stand for their plurals.
 */
const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `
  according aching act advance advancing altering ant anthology apology arm artsy
  astronomy attending avenging awaiting baa babe backing backroom backside backwood bag
  baiting balled balloon ballot banking banner bar bare barge baring barking barred barrel
  barren barret barrier barring barry base basing basis basking bat bath bathing bathroom
  battering battling bay baying beaming bearing beating bedding behaving beheading bending
  bess betting bidding biding biking billet billing binding birdsong birthing blacking
  blasting bleating bleeding blinding blotting blundering blushing boasting bode bombing
  booing bookshop boosting bordering boring boss bottling bowing bra brag braking branch brash
  brat brawling breach breech breeding bridging bringing bronc browny brushing bubbling budge
  bullet bumbling bungling bushwhack buss buttering call calm canary candler candy captioning
  cart catching catering cell celling centering chair chancing chandler chap chatting cheat
  chemo chest chew choking choosing chord chore choruse chum citation clattering clem clinging
  cloaking clocking clogging clouding coattail coddling coded codex coed coke cole collage
  collagen collar colleague collect collusion colony coloring come comely coming comparing
  competing competition compiling complying composite computing cone confine conk contour
  cooky cool cooling cope coping core cork coronary cove crack cramming crass craving crawling
  cricket cringing crippling croaking crook crossfire crossing crotchety crouched crowding
  cruising crumbling crumpet crunch crushing crutch cunning dabbling danced dane dangling
  dante darkening darling dart daunting dealing debated decoding decomposing decomposition
  dedication delusion dennis deviation ding dirt distort ditching diversity dogging doing
  domination donation drafting dragging draining dram drawer dreading dreamer drench drifting
  drilling drowning drug drugging druther duet dumpling dunce dunning dying earning eight
  eighty elemental email emitting entering exacting excess expel expensive express fainting
  fairness faking faltering fastball feasting feeding feeling fending fetching fiddled fight
  finger firmness fixing flashing flattering flinging flitting floating flogging flotation
  flue fluke flunking fluttering focal fogging forestry frack franchise francis fretting
  fronting frothing frowning fumbling gail gambling gardenia germain giggling ginger
  glittering gnat goat goof gook goon governmental grail grasping grass graveling greening
  grinning gripping grossing grumbling grunting gulf gumbo gunning gurgling haggling handful
  handgun handle handler hanging hangout harden hardening harem harm harmonia harmonic harper
  harpy hatching haunting hayride heading heap hearing hello herby herd herman hesitation hilt
  hint historic hitching hogging holding hood hoof hooking hoot hop hormone humbling humoring
  imposing imposition imprinting improve improved inclusion infantry infusion insight
  intermediary invoice isle itching jangling jiggling jingling jumbo kind king kiss kit knight
  knot kook lance lass last leading leaving lecturing legging lesion leveling licence light
  linger literate littering local location logging logo loitering loon loop lottery maddening
  mail mallet manager mango manic mannerism marking mash mass massacre massaged mastermind
  matching mate mather maturing meaning meanness meat mediation medication meditative menacing
  meringue merman message meth mingling mining moaning moat mode molding moon mooning mooring
  morphing moth motoring mounting mourning mumbling mutation muttering myth nance nearly neon
  neurose nibbling node nohow nook noun nutritious oath opening opposing opposition orbiting
  outline pain palate pallet paltry panting pantry parenting parlour part pass passage past
  pasture pasty patching path patting peat peddler permission persuasion phat phonograph phony
  physical picking pinching pinewood ping pinging pirate planner planting plate pleading
  poaching pointing policy poolside poop posting potter prat preach present preserving
  pretending prevent preventing primate printing privately prodding program promote prophet
  psst psyching punching punish push queen quitting quotation rack raking rambling rance
  ratting rattling reacting readying rearranging rebate recitation recorded recover recreate
  recycle reducing reformer regiment remotest remove renunciation reorganizing repainting
  repercussion reporter representing reproducing reprogramming resent resenting resetting
  reveling rewriting rhinestone right ring ringer ringing rippling roadside roadway roasting
  rook rotation rounding rousting ruffian ruining rumba rumbling saber sable sabra sang
  sausage sawing scamming scanner scat scolding scooping scratched scratching scratchy screech
  screeching scribbling seaboard seat seeing seething segment senator sensor severing sewer
  sharp shoo short shorty shrinking sibling signing silence simpleton singe singed
  singling sink sinker sinking sinner sinning skated sketchy skid skim skimming skinning
  slamming slashing slat slate slim slimming sling slinging slitting sloshing slumming
  smouldering smuggling snatching snitch snitching snort snuggling soldering solo someone sort
  sowing spat spate spewing spinner spitball spitting splitting sponging spooking spore sporty
  spot spring springing sprinkling sprouting squinting stab star staring starling starring
  start starting starving station status stay steering stemming sterling stewing sting stinger
  stinging stinking stirling stirring storing storming strafing stretcher striding striking
  stringer stringy striving stroking strong strumming strung stumbling stunning suing
  sundae sundry sung support suturing swam swarming swat swimmingly swinger swinging swirling
  swishing switch switching swum synthesize synthesized syringe tack tall tangy tart taunting
  teeny ten tepee thor thug thumbing thus tie tight tingling toady toddle toddy toe trace
  tract trapping treading trembling trench trick tricycle trifecta trip trot trotting truck
  trumped trusting tub tube tudor tug tum tumor tut twig twitching unicycle unit unwitting
  using vanish verb vice victory villa villain vocation voiced voicing waiting waking wallet
  warden warning wart watering wayside weakened web wedding weed wet whiting whoop wiggling
  wight wing wingding winger winging witching witness woodland woodpile workshop wormwood
  wrapping wrench wringing write writer writhing yachting zinger
  `
    .trim()
    .split(/\s+/),
);

/** A correct English word or name, which is never taken for a misspelled one. */
export function isOrdinaryWord(word: string): boolean {
  return ORDINARY_WORDS.has(word) || ORDINARY_WORDS.has(toSingular(word));
}
