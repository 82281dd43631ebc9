/// How much of a release still counts: of its months or periods, those that no later release has replaced.
struct ReleaseStanding: Sendable, Hashable {
    /// The months or periods that it told; 0 of places, which have none.
    let periods: Int
    let superseded: Int

    /// Whether none of its figures is in use any more.
    var isSuperseded: Bool { periods > 0 && superseded == periods }
    var isPartlySuperseded: Bool { superseded > 0 && superseded < periods }

    static let ofPlaces = ReleaseStanding(periods: 0, superseded: 0)
}
