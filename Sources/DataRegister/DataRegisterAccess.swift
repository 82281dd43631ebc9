import Membership

extension Permission {
    /// Reading assessments and the releases they rest on.
    public static let readAssessments = Permission(
        "read assessments", "Read assessments, and the register of the data they rest on.",
        heldBy: Role.allCases.filter { $0 != .administrator },
        inEmergency: "A figure that is needed at once may be wrong while nobody who may read it can be reached.")
    /// Giving the partnership new data.
    public static let importData = Permission(
        "import data", "Give the partnership new data files.", heldBy: .officer, .analyst)
}
