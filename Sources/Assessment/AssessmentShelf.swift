import Charts
import DataRegister

/// The assessments asked for of late. A page asks for a chart a dozen times over, and its paper and its tables come
/// next: all of them rest on the same one.
actor AssessmentShelf {
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

    private static let kept = 16
    private var shelf: [Key: (edition: String, task: Task<Assessed, any Error>)] = [:]
    private var order: [Key] = []

    /// - Parameters:
    ///   - edition: of the records; a newer one makes what is on the shelf stale.
    ///   - make: what to do where it is not on the shelf.
    func assessed(
        _ key: Key, edition: String, _ make: @escaping @Sendable () async throws -> Assessed
    ) async throws -> Assessed {
        order.removeAll { $0 == key }
        order.append(key)
        if let (known, task) = shelf[key], known == edition { return try await task.value }
        let task = Task { try await make() }
        shelf[key] = (edition, task)
        if order.count > Self.kept { shelf[order.removeFirst()] = nil }
        do {
            return try await task.value
        } catch {
            // What failed is not kept: whoever asks next may fare better.
            if shelf[key]?.task == task { shelf[key] = nil }
            throw error
        }
    }
}
