/// A made-up map point near a place's centre, standing in for the anonymous points that police data are snapped to.
struct InventedPoint {
    /// Millionths of a degree, WGS84: what six decimals hold.
    let longitude: Int
    let latitude: Int
    /// "On or near Periwinkle Row (invented)".
    let location: String

    /// A place has as many points as this, as real LSOAs of the district have.
    private static let number = 15...40
    private static let metresPerDegree = 111_320.0

    /// The points of one place, the busiest first.
    static func points(
        around place: ExampleFacts.Place, by random: inout ExampleRandom
    ) -> [InventedPoint] {
        let count = number.lowerBound + random.below(number.count)
        let latitudePerMetre = 1_000_000 / metresPerDegree
        let longitudePerMetre = latitudePerMetre / cosine(degrees: place.latitude)
        var streets = InventedStreets()
        return (0..<count).map { _ in
            let (east, north) = step(within: place.reachMetres, by: &random)
            return InventedPoint(
                longitude: nearest(place.longitude * 1_000_000 + east * longitudePerMetre),
                latitude: nearest(place.latitude * 1_000_000 + north * latitudePerMetre),
                location: streets.next(by: &random))
        }
    }

    /// A few points have most of the incidents: the first twice as many as the second, thrice as many as the third.
    static func choice(among points: [InventedPoint]) -> WeightedChoice {
        WeightedChoice(points.indices.map { 1_000 / ($0 + 1) })
    }

    /// Metres east and north, evenly spread over a disc.
    private static func step(within reach: Int, by random: inout ExampleRandom) -> (east: Double, north: Double) {
        while true {
            let (east, north) = (random.unit() * 2 - 1, random.unit() * 2 - 1)
            if east * east + north * north <= 1 { return (east * Double(reach), north * Double(reach)) }
        }
    }

    private static func nearest(_ number: Double) -> Int {
        Int(number < 0 ? number - 0.5 : number + 0.5)
    }

    /// By its series, good to one part in 10,000 for the latitudes of Britain: the mathematics library may round
    /// otherwise on another machine, and the example would differ there.
    private static func cosine(degrees: Double) -> Double {
        let square = (degrees * Double.pi / 180) * (degrees * Double.pi / 180)
        return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
    }
}

/// Streets that no map has, each said to be invented, none given twice.
private struct InventedStreets {
    private var given: Set<Int> = []

    private static let names = [
        "Anemone", "Barnacle", "Bladderwrack", "Bucket and Spade", "Candyfloss", "Cockleshell", "Cuttlefish",
        "Deckchair", "Driftwood", "Flip-Flop", "Flotsam", "Helter Skelter", "Hermit Crab", "Ice Cream", "Jellyfish",
        "Jetsam", "Lobster Pot", "Lugworm", "Seahorse", "Oilskin", "Paddling", "Pebbledash", "Periwinkle",
        "Picnic", "Pushpenny", "Razorshell", "Rockpool", "Sandcastle", "Sandhopper", "Sea Urchin", "Shrimping Net",
        "Spyglass", "Spindrift", "Starfish", "Stick of Rock", "Sunhat", "Tidemark", "Toffee Apple", "Whelk Stall",
        "Windbreak",
    ]
    private static let kinds = ["Row", "Walk", "Rise", "Steps", "Mews", "Parade", "Gardens", "Passage"]

    mutating func next(by random: inout ExampleRandom) -> String {
        while true {
            let pick = random.below(Self.names.count * Self.kinds.count)
            guard given.insert(pick).inserted else { continue }
            let (name, kind) = pick.quotientAndRemainder(dividingBy: Self.kinds.count)
            return "On or near \(Self.names[name]) \(Self.kinds[kind]) (invented)"
        }
    }
}
