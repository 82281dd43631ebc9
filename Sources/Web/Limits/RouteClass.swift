/// What kind of work a route asks for: requests of one class are counted together, and share a room (S48).
public enum RouteClass: String, Sendable, Hashable, CaseIterable {
    /// Static files, and a machine's look at whether all is well: they cost next to nothing, and are never refused.
    case free
    case publicPage, publicForm
    /// A password, a code, or asking for a way back in: guessing is throttled besides (S26).
    case signInForm
    case memberPage, memberForm
    /// A form with files, which may take long to arrive.
    case upload
    /// A PDF or a picture that the printing worker makes.
    case printing

    /// What it counts as by whom it is asked for. Members keep to their own allowance on public pages too, so that an
    /// office behind one address never shares a storm's; and a stranger at a member's address is turned away cheaply.
    func asked(bySomebodySignedIn isMember: Bool) -> RouteClass {
        switch (self, isMember) {
        case (.free, _), (.signInForm, _): self
        case (.publicPage, true): .memberPage
        case (.publicForm, true): .memberForm
        case (_, true), (.publicPage, false), (.publicForm, false): self
        // It may be from somebody who was signed out while they wrote, and is read.
        case (.memberForm, false): .publicForm
        case (.memberPage, false), (.upload, false), (.printing, false): .publicPage
        }
    }

    /// Which room it is worked on in; nil for none.
    var room: Room.Name? {
        switch self {
        case .free: nil
        case .publicPage, .publicForm, .signInForm: .visitors
        case .memberPage, .memberForm: .members
        case .upload: .uploads
        case .printing: .printing
        }
    }

    /// Bytes of its form as it travels, its markings and all, where it is read before anything else. A stranger's is small:
    /// so many may be on their way at once (S48).
    var longestBody: Int {
        switch self {
        // Signing in carries along what somebody had typed when they were signed out.
        case .signInForm, .publicForm: 512 << 10
        case .free, .publicPage, .memberPage, .memberForm, .upload, .printing: 2 << 20
        }
    }

    /// Whether its form is small, and is read before it takes a place in a room.
    var isReadFirst: Bool {
        switch self {
        case .publicForm, .signInForm, .memberForm: true
        case .free, .publicPage, .memberPage, .upload, .printing: false
        }
    }
}
