import Charts
import DataRegister

/// The assessments asked for of late. A page asks for a chart a dozen times over, and its paper and its tables come
/// next: all of them rest on the same one.
struct AssessmentShelf: Sendable {
    /// What an assessment is the same for, as long as no release comes in.
    struct Key: Hashable {
        let district: String
        let period: Period
        let comparison: Period?
    }

    struct Assessed: Sendable {
        let assessment: DistrictAssessment
        /// Nil where nothing is known of where.
        let map: (any Chart)?
    }

    // As many as the districts of a force, each over two spans of months.
    private let shelf = EditionShelf<Key, Assessed>(most: 32)

    /// - Parameters:
    ///   - edition: of the records; a newer one makes what is on the shelf stale.
    ///   - make: what to do where it is not on the shelf.
    func assessed(
        _ key: Key, edition: String, _ make: @escaping @Sendable () async throws -> Assessed
    ) async throws -> Assessed {
        try await shelf.value(key, edition: edition, make)
    }
}
