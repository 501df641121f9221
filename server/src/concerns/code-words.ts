/**
 * The words of receipt codes: plain and kind, of four to eight letters. A test keeps them apart: no slip of one letter,
 * no swap of two and no ending turns one into another.
 */
export const CODE_WORDS: readonly string[] = `
  accent account acorn acrobat actor adder adult advice agate agile airport album alcove alert alley
  almanac almond alphabet alpine amber amble anchor angel ankle anthem antique antler anvil apple apricot
  april apron aqua arbour arcade archway argyle aroma arrow artful artist aside aspen aster athlete atlas
  attic aurora autumn avenue avid avocado award azure backpack badge bagel baker balcony ballad ballet
  balloon balsam bamboo banjo banner bargain barley barn barrel basalt basil basket baton bayou beach
  beacon beagle beanie beaver bedrock beehive beetle begonia belfry bell beluga beret berry bevel bicycle
  birch biscuit bistro blanket blossom blue bluff board boat bobbin bobcat bonfire bonnet bonsai book
  border botany bottle boulder bounty bowl bracket bramble branch brass brave bread breeze brick bridge
  bright brioche broccoli bronze broom brush bubble bucket buckle budgie buffalo buggy bugle bulb bungalow
  bunting bureau burrow bustle butter button cabbage cabin caboose cactus cadet cake calico calm camel
  camera campfire canal canary candle candy canoe canteen canvas canyon capital captain caramel caravan
  cardigan cargo carnival carpet carrot cart cashew castle catkin cavern cedar celery cello centre chalet
  chalk champion channel chapel chapter chariot charm cheddar cheerful cheese cheetah cherry chess chestnut
  chicken chime chimney china chorus chutney cider cinema cinnamon circle circus citrus clarinet clarity
  clay clever cliff climb clinic cloak cloud coach coast cobalt cobble cobweb cocoa coffee collar colour
  comet comic compass concert concord cookie copper copse coral cordial cork corner cosmos cottage cotton
  courage coyote craft crag crane crater crayon cream creek crest cricket crimson crisp crochet crocus
  crouton crown crumble crunch crystal cuckoo cumin cupboard curlew currant curtain curve cushion custard
  cycle cymbal cypress daffodil dahlia dairy damson dance dawn dazzle debut decoy deer delta denim depot
  derby desert detail dewdrop dial diamond digit dinghy dinner diploma ditto dolphin domino doorway
  dormouse double dove dozen dragon drawer drift drizzle drum duck dune duvet earth easel eastern echo
  eclair eddy edition eggcup eggplant eight elastic elbow elder elegant elephant eleven emblem emerald
  empire encore engine enjoy envelope epic equal estate estuary evening event exact exhibit explore fable
  fabric factory fairway falcon family fancy fanfare farm fathom feather fennel fern festival fiddle field
  fiesta fifteen figure filter finale finch fire fjord flag flamingo flannel flapjack fleece flicker flint
  float flock flora florist flotilla flower fluffy flute foal focus folder fondue footpath forest fortune
  forty fossil founder fountain foxglove freckle fresco friend fringe frost fruit fudge galaxy gallery
  gallop garage garden garland garlic garnet gather gauge gazebo gazelle gecko gelato genie gentle genuine
  geranium geyser gherkin giggle ginger gingham giraffe glacier glade glass glider glimmer glitter globe
  glow gnome goblet golden gondola gong goose gopher gosling gospel gourd gown grain grammar grand granite
  grape gravel grebe green griddle grocer grove guava guest guide guitar gull guppy habit haiku halibut
  halo hammer hammock hamster happy hardy harmony harp harvest hawthorn hayloft hazel hedgehog heirloom
  helium helmet helper herb heritage heron hiker hill hinge hockey hoist holiday hollow holly homely honey
  hoop horizon horse hotel hover huddle humble hundred hutch hyacinth hydrant hymn iceberg icicle ideal
  igloo image impulse indigo inkwell inlet inning insect inspire invent iris iron island ivory jacket jade
  jaguar january jargon jasmine javelin jelly jersey jetty jewel jigsaw joiner journal jovial joyful
  jubilee judo juggler juice july jumper junction jungle juniper kale karate kayak keel kelp kernel kettle
  keyboard keyring kimono kingdom kitchen kite kitten kiwi knapsack knight knitting knoll knot koala krill
  kumquat label lace ladle lagoon lamb lantern laptop lapwing larch lark lasso lattice launch laurel
  lavender leader leaf league legend legume leisure lemon lentil leopard letter lettuce liberty library
  lichen lifeboat lilac lily limber lime linen lion lively lizard llama lobster locket loft logic loom
  lotus lucky lullaby lunar lupin lustre lynx lyric magma magnet magnolia magpie mallard mammoth mandolin
  mango mansion mantle maple marble margin marigold marina market marmot maroon marsh mascot mason mauve
  mayfly maze meadow measure medal mellow melody memory mentor meringue mermaid meteor method midday
  midnight milk mimosa mingle minnow mint minute mirror mistral mobile model modest mohair molehill moment
  monday moon moped morning mosaic moss motor mouse muffin mulberry mural museum mushroom music muslin
  myrtle mystery napkin nature navy nebula nectar needle nest neutral nibble nickel nine noble nomad noodle
  normal north notebook nougat november nugget number nursery nutmeg nylon oasis oatmeal object oblong oboe
  octave october octopus ointment olive omelette onion onyx opal opera optic oracle orange orator orbit
  orchard orchid oregano organ origami origin ornament osprey ostrich otter outdoor outpost oven overture
  oxide oxygen oyster pacific package paddle paella page pagoda painter palace palette pampas pancake panda
  panorama pansy panther pantry papaya paper parade parasol parcel parka parsley parsnip partner passage
  pasta pastel pasture patch patio pattern pavement peacock peanut pear pebble pelican pencil pendant
  penguin penny pepper perch perfume perky petal petunia pheasant phoenix photo phrase piano pickle picnic
  picture pier pigeon pigment pilgrim pillow pilot pinafore pink pioneer pitcher pixel planet plaster
  plateau platform plaza plum plural podium poem polar polish polite pollen polo polygon pompom pond
  popcorn poppy porpoise porridge portrait postcard posy potato pottery powder prairie prelude present
  pretty pretzel primrose prism prize proverb prudent pudding pulley pulse pumpkin punnet pupil puppet
  puree purple puzzle pyjama pyramid python quail quaint quality quarry quartet quartz quaver quiche quick
  quiet quill quince quota rabbit radar radiant radio radish rafter railway rainbow raisin ranger rapid
  ration raven ravine ready recipe recital record reef regatta region reindeer relay relish remedy repeat
  resort respect rhino rhubarb rhythm ribbon rice ripple risotto ritual river robin robot rodeo roller
  romance rookery rooster rope rotunda round rowan royal rubber ruby rucksack rudder rumba runner russet
  safari saffron sailor salad salmon salt salute sample sandal sandwich sapphire sardine satchel satin
  saturday saucer saunter sausage savanna scale scallop scarf scarlet scenic scholar school science scone
  scooter scroll sculptor seagull seal season seaweed sedan senior sentence sequin serene serif sesame
  seven shadow shallow shamrock shed sheep shelf shelter shepherd sherbet shield shilling shimmer ship
  shirt shoe shovel shuttle sierra signal silo silver sincere sixteen skate sketch skipper skylark sledge
  sleeve sleigh slogan sloth smile smooth snail snorkel snow soap soccer socks sofa solstice sonar soprano
  sorbet sorrel south spaniel spark sparrow special speck spinach spindle spiral splash sponge spoon spring
  sprite sprout spruce squash squid squirrel stable stadium stamp stanza star station statue steady steam
  steeple stencil stereo stilts stitch stool stork straw street stride studio sturdy subway sugar summer
  sunbeam sunday sunrise supper surf surname swan sweater swift swing sycamore symbol syrup system tactic
  tadpole talent tally tamarind tandem tankard tapestry tapioca tapir tartan tassel tawny taxi teacup
  teammate teapot teaspoon temple tempo tender tennis tent terrace theatre theory thimble thirty thistle
  thought thread thrush thunder thursday thyme ticket tidal tidy tiger tiller tinker tinsel tiptoe tissue
  title toboggan token tomato tonic topaz torch tortoise total toucan tourist towel tractor traffic trail
  tranquil treacle treasure tree trellis triangle tricycle trio trivia trombone trophy tropic trout truffle
  trumpet trundle tuba tuesday tugboat tulip tundra tunnel tureen turkey turnip turtle tweed twelve twenty
  twig twilight twinkle twist typist ukulele ultra umbrella unicorn uniform unison unity unusual uphill
  upland urban urchin useful usher utensil vacation valiant valid vanilla vanish vase vault vector velvet
  venture verbal verse veteran viaduct victory village vinegar vintage viola violet violin virtue vision
  visit vista vital vivid vocal volcano volume voyage waffle wagon wallaby walnut waltz warbler water
  wattle wave wedding welcome wellies western wetland wharf wheat wheel whimsy whirl whisker white wicker
  widget wildlife window winter wisdom wisteria witty wolf wombat wonder woodland wool workshop wreath wren
  writer yacht yard yeast yeoman yoghurt yucca zebra zenith zephyr zero zigzag zinnia zipper zither zodiac
  zone zucchini
`
  .trim()
  .split(/\s+/);
