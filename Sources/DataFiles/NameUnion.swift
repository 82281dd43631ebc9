/// The names that several threads numbered each in its own way, in one alphabetical list.
struct NameUnion: Sendable {
    let names: [String]
    /// For each thread, the place in the list of each of its numbers.
    let places: [[Int]]

    init(_ lists: [[String]]) {
        let sorted = Set(lists.joined()).sorted()
        let place = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
        names = sorted
        places = lists.map { list in list.map { place[$0, default: 0] } }
    }
}
