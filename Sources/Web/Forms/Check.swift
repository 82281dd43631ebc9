import Membership
import Storage

/// Reads a form's answers one by one, and gathers what is wrong with them.
public struct Check {
    private let form: Answers
    public private(set) var refusals = Refusals()

    public init(_ form: Form) {
        self.init(Answers(form))
    }

    public init(_ answers: Answers) {
        form = answers
    }

    /// An answer in words.
    ///
    /// - Parameter ask: what to say where there is none; nil where it may be left out.
    public mutating func text(_ name: String, ask: String? = nil, longest: Int = 200) -> String {
        let text = form[name]
        if text.isEmpty, let ask { refusals.add(ask, field: name) }
        if text.count > longest { refusals.add("Use \(longest) characters at most", field: name) }
        if text.unicodeScalars.contains(where: Self.isUnseen) {
            refusals.add("Take out the characters that cannot be seen", field: name)
        }
        return text
    }

    /// Controls and line ends, of which neither a letter nor a terminal knows what to make in a single line.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }

    public mutating func day(_ name: String, ask: String) -> Day? {
        guard let day = Day(typed: form[name]) else {
            refusals.add(form[name].isEmpty ? ask : "Enter a day of the calendar, like 9/2/2016", field: name)
            return nil
        }
        return day
    }

    public mutating func optionalDay(_ name: String) -> Day? {
        form[name].isEmpty ? nil : day(name, ask: "")
    }

    public mutating func choice<Choice: RawRepresentable<String>>(_ name: String, ask: String) -> Choice? {
        let choice = Choice(rawValue: form[name])
        if choice == nil { refusals.add(ask, field: name) }
        return choice
    }

    /// Something that was chosen from a list; nil where it was left at ‘nobody’ or ‘none’.
    ///
    /// - Parameter ask: what to say where nothing was chosen; nil where that may be.
    public mutating func id<Subject>(_ name: String, of subject: Subject.Type = Subject.self, ask: String? = nil) -> ID<
        Subject
    >? {
        let id = ID<Subject>(form[name])
        if id == nil, let ask { refusals.add(ask, field: name) }
        return id
    }

    public mutating func refuse(_ message: String, field: String) {
        refusals.add(message, field: field)
    }

    /// What `make` makes of good answers.
    ///
    /// - Throws: `Refusals` where an answer is wrong, or `make` refuses what they say together.
    public func checked<Made>(_ make: () throws -> Made?) throws -> Made {
        try refusals.check()
        do {
            guard let made = try make() else { throw Refusals("Load the page again") }
            return made
        } catch let refusal as MembershipRefusal {
            throw Refusals(refusal)
        }
    }
}

extension Refusals {
    /// A refusal of the records, at the field it is about.
    public init(_ refusal: MembershipRefusal) {
        let field: String? =
            switch refusal {
            case .endsBeforeItBegins, .laterEnd, .beginsBeforeItsBody: "day"
            case .takesPartAlready, .agencyIsShared: "name"
            case .notNamedByTheAct: "standing"
            case .isHereAlready, .emailTaken, .emailIsShared, .holdsMore, .builtIn: "email"
            case .seatIsTaken, .substitutesAlready, .holdsItThemselves, .moreThanOwn, .liaisonOfficerAlready,
                .liaisonOfficerOfAnother:
                "person"
            case .belowItself, .tooDeep: "parent"
            case .notHere, .notPossible, .oneself, .lastOfficer, .bodyHasParts, .manyInvitations: nil
            }
        self.init(refusal.reason, field: field)
    }
}
