import Web

/// What must be read with an agreed order: whether the scorers agree, and how far each place holds.
struct OrderReading {
    private let ranking: AgreedRanking

    init(_ ranking: AgreedRanking) {
        self.ranking = ranking
    }

    /// Stands before the order.
    var warning: HTML? {
        ranking.warning.map { Notice(.warning, "The scorers do not agree", "<p>\($0)</p>").html }
    }

    /// Stands after it: how far the scorers agree on each criterion, and the places that a theme takes.
    ///
    /// - Parameter level: of its heading.
    func howFarItHolds(level: Int = 2) -> HTML? {
        let sentences = ranking.agreementSentences
        let table = ranking.rangesTable
        let rests = ranking.restsSentences
        guard table != nil || !sentences.isEmpty || !rests.isEmpty else { return nil }
        return """
            <h\(level)>How far the order holds</h\(level)>
            \(sentences.isEmpty ? nil : "<ul class=\"measure\">\(sentences.html { "<li>\($0)</li>" })</ul>" as HTML)
            \(table.map { self.table($0).html })
            \(table == nil ? nil : "<p class=\"citation measure\">\(AgreedRanking.reading)</p>" as HTML)
            \(rests.isEmpty ? nil : "<p class=\"measure\">What stands behind scores that no count here gave:</p>\n<ul class=\"measure\">\(rests.html { "<li>\($0)</li>" })</ul>" as HTML)
            """
    }

    var howFarItHolds: HTML? { howFarItHolds() }

    private func table(_ table: DocumentTable) -> DataTable {
        DataTable(
            table.title, columns: table.columns.map { $0.isNumber ? .number($0.head) : .text($0.head) },
            rows: table.rows.map { $0.map { HTML(text: $0) } }, isStacked: true)
    }
}
