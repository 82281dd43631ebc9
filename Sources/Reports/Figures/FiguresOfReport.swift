import Wording

/// The figures that a report names, each told once, in the order in which the paper first names them.
struct FiguresOfReport: Hashable, Sendable {
    /// More than anybody reads in one part; each is worked out from the records.
    static let mostOfText = 100

    private(set) var told: [ReportFigure] = []
    /// Why one could not be told, by its address.
    private(set) var untold: [String: String] = [:]
    /// What everybody could work out from them, though it is too small to be told: a sentence each.
    private(set) var givenAway: [String] = []

    /// Of a report that names none.
    init() {}

    /// As they were told before.
    init(_ told: [ReportFigure]) {
        self.told = told
    }

    /// Tells those that a report names.
    ///
    /// - Parameter isFinishing: whether it is asked, too, what everybody could work out from them: a longer look, at all that was
    ///   told before.
    /// - Throws: what reading the records throws.
    init(of content: ReportContent, from desk: any FiguresForReports, isFinishing: Bool) async throws {
        for address in content.namedFigures { try await take(address, from: desk) }
        if isFinishing, !told.isEmpty, content.classification?.isUnrestricted ?? true {
            givenAway = try await desk.givenAway(by: told.map(\.address))
        }
    }

    /// Tells those that a text names.
    ///
    /// - Throws: what reading the records throws.
    init(of text: String, from desk: any FiguresForReports) async throws {
        for address in LivePiece.all(in: text).compactMap(\.address) { try await take(address, from: desk) }
    }

    private mutating func take(_ address: String, from desk: any FiguresForReports) async throws {
        guard self[address] == nil, untold[address] == nil else { return }
        switch try await desk.figure(at: address) {
        case .success(let figure):
            // By the address that the text has, which may be written in another way than the figure’s own.
            told.append(
                ReportFigure(
                    address: address, words: figure.words, number: figure.number, unit: figure.unit,
                    sentence: figure.sentence, source: figure.source))
        case .failure(let refusal): untold[address] = refusal.reason
        }
    }

    /// One that was told, with its number in the list of the report, from 1.
    subscript(address: String) -> (number: Int, figure: ReportFigure)? {
        told.firstIndex { $0.address == address }.map { ($0 + 1, told[$0]) }
    }

    /// Why one that is named cannot be told; nil of one that was.
    func reason(at address: String) -> String? {
        self[address] == nil ? untold[address] ?? "It was not looked for." : nil
    }
}
