import Membership

extension Permission {
    /// Reading what became of recommendations. What is kept from the public is for those who follow them and for members of the
    /// bodies it came before. It is held by whoever may read reports, since what a report recommends tells what it is about.
    public static let readRecommendations = Permission(
        "read recommendations", "Follow the partnership’s recommendations from body to body.",
        heldBy: Role.allCases.filter { $0 != .administrator && $0 != .caseworker })
    /// Entering what became of them. Whoever is asked to answer one enters their own answer without it.
    public static let followRecommendations = Permission(
        "follow recommendations", "Enter what became of recommendations, and who is to answer them.",
        heldBy: .clerk, .officer)
    /// Laying the way of a recommendation before everybody.
    public static let publishRecommendations = Permission(
        "publish recommendations", "Publish what became of a recommendation, without what is kept from the public.",
        heldBy: .clerk, .officer, asksForCode: true)

    /// The permissions of this slice.
    public static let ofRecommendations: Set<Permission> = [
        .readRecommendations, .followRecommendations, .publishRecommendations,
    ]
}
