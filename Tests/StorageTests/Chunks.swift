/// Pieces of a file, as a connection would bring them.
struct Chunks: AsyncSequence, AsyncIteratorProtocol {
    private var rest: ArraySlice<[UInt8]>

    init(_ pieces: [String]) {
        rest = pieces.map { Array($0.utf8) }[...]
    }

    mutating func next() async -> [UInt8]? { rest.popFirst() }
    func makeAsyncIterator() -> Chunks { self }
}
