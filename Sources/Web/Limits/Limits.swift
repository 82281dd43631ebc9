/// How much may be asked, and how much is worked on at once.
public struct Limits: Sendable, Hashable {
    /// Requests of a class a minute: from one address, or of one member. As many may come at once, after a quiet minute;
    /// 0 sets no limit.
    public var aMinute: [RouteClass: Int]
    /// How many requests each room holds at once.
    public var places: [Room.Name: Int]

    /// Generous for an office behind one address; far below what it takes to be in others' way.
    public init() {
        aMinute = [
            .publicPage: 1200, .publicForm: 120, .signInForm: 300, .memberPage: 1200, .memberForm: 600, .upload: 120,
            .printing: 1200,
        ]
        places = [.visitors: 16, .members: 64, .uploads: 16, .printing: 32]
    }

    func bucket(of kind: RouteClass) -> TokenBucket? {
        guard let most = aMinute[kind], most > 0 else { return nil }
        return TokenBucket(most: most, over: .seconds(60))
    }
}
