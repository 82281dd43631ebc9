import DataRegister

extension SeriesStore {
    /// What all recorded crime of a place over some periods rests on.
    ///
    /// - Returns: nil where nothing is asked.
    /// - Throws: `SeriesRefusal`, `DatabaseFault`
    func citationOfCrime(in place: Place, over periods: [Period]) async throws -> Citation? {
        guard let all = MeasureAddress(in: .streetCrime, called: CrimeMeasures.allCrime) else { return nil }
        var citation: Citation?
        for period in periods {
            let told = try await series(SeriesQuestion([all], in: [place], by: .month, over: period)).citation
            citation = citation?.joined(with: told) ?? told
        }
        return citation
    }
}
