import Wording

/// The figures that texts name, each worked out once, in the order in which they are first named.
struct FigureList: Sendable {
    /// One that could be told.
    struct Numbered: Sendable {
        /// From 1.
        let number: Int
        let address: String
        let figure: Evidence.Figure
    }

    /// One that could not.
    struct Refused: Sendable {
        let address: String
        let reason: String
        /// The titles of the texts that name it, each once.
        var places: [String]
    }

    /// More than anybody reads in one text; each is worked out from the records.
    static let mostOfText = 100

    private(set) var told: [Numbered] = []
    private(set) var refused: [Refused] = []
    private var found: [String: Result<Int, Evidence.Missing>] = [:]
    private var refusedAt: [String: Int] = [:]

    /// Takes in the figures that a text names.
    ///
    /// - Parameter place: what the text is called.
    mutating func take(_ text: String, in place: String = "", from desk: any EvidenceDesk) async throws {
        for address in LivePiece.all(in: text).compactMap(\.address) {
            if found[address] == nil { keep(try await desk.figure(at: address), at: address) }
            guard let index = refusedAt[address], !refused[index].places.contains(place)
            else { continue }
            refused[index].places.append(place)
        }
    }

    private mutating func keep(_ figure: Result<Evidence.Figure, Evidence.Missing>, at address: String) {
        switch figure {
        case .success(let figure):
            found[address] = .success(told.count)
            told.append(Numbered(number: told.count + 1, address: address, figure: figure))
        case .failure(let missing):
            found[address] = .failure(missing)
            refusedAt[address] = refused.count
            refused.append(Refused(address: address, reason: missing.reason, places: []))
        }
    }

    /// What became of one; nothing of one that no text named.
    subscript(address: String) -> Result<Numbered, Evidence.Missing>? {
        found[address].map { $0.map { told[$0] } }
    }

    /// Everything that the figures rest on, each once, in the order in which it was received.
    var releases: [Evidence.Release] {
        Set(told.flatMap(\.figure.releases)).sorted { $0.order < $1.order }
    }
}
