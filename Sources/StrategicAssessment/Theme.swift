import Foundation
import Storage

/// What the assessment ranks: a kind of harm that the partnership can do something about, tied to the series that tell of
/// it.
public struct Theme: Sendable, Hashable {
    public let id: ID<Theme>
    public let details: ThemeDetails
    /// From 0, as they are listed before anything ranks them.
    public let position: Int

    public var name: String { details.name }
}

/// What is said of a theme.
public struct ThemeDetails: Sendable, Hashable {
    public let name: String
    /// What belongs to it and what does not, in a sentence.
    public let covers: String
    /// The addresses of what is counted: "street-crime/burglary".
    public let measures: [String]

    public init(name: String, covers: String, measures: [String]) {
        (self.name, self.covers, self.measures) = (name, covers, measures)
    }

    /// By which a form says what it was opened with.
    var fingerprint: String {
        FileHash(of: Array(([name, covers] + measures).joined(separator: "\u{0}").utf8)).description
    }
}

extension ThemeDetails {
    /// What a partnership begins with; it keeps, changes and leaves out what it likes.
    ///
    /// The measures are those of data.police.uk. A theme without any waits for a partner's data: nothing is guessed from a
    /// category that holds something else besides.
    public static let usual: [ThemeDetails] = [
        .init(
            name: "Violence",
            covers:
                "Violence against the person, by strangers, acquaintances and at night. What the police publish counts sexual offences with it.",
            measures: ["street-crime/violence-and-sexual-offences"]),
        .init(
            name: "Domestic abuse", covers: "Violence, coercion and control by partners and family members.",
            measures: []),
        .init(
            name: "Sexual offences",
            covers:
                "Rape, sexual assault, and their survivors’ support. What the police publish counts them with violence.",
            measures: []),
        .init(
            name: "Serious violence and weapons",
            covers: "Knives and other weapons, robbery, and violence among the young.",
            measures: ["street-crime/possession-of-weapons", "street-crime/robbery"]),
        .init(
            name: "Anti-social behaviour", covers: "Nuisance, noise, street drinking, neighbour disputes.",
            measures: ["street-crime/anti-social-behaviour"]),
        .init(name: "Burglary", covers: "Homes and businesses broken into.", measures: ["street-crime/burglary"]),
        .init(
            name: "Vehicle crime", covers: "Theft of and from vehicles, and damage to them while stealing.",
            measures: ["street-crime/vehicle-crime"]),
        .init(
            name: "Theft and shoplifting", covers: "Shops, bicycles, people’s pockets and bags, and other theft.",
            measures: [
                "street-crime/shoplifting", "street-crime/bicycle-theft", "street-crime/theft-from-the-person",
                "street-crime/other-theft",
            ]),
        .init(
            name: "Criminal damage and deliberate fires",
            covers: "Vandalism, graffiti, arson, and fires set on purpose.",
            measures: ["street-crime/criminal-damage-and-arson"]),
        .init(
            name: "Drugs and alcohol", covers: "Substance misuse, its supply, and the harm that comes with it.",
            measures: ["street-crime/drugs"]),
        .init(
            name: "Reoffending", covers: "Crimes by people who were convicted before, and what keeps them from it.",
            measures: []),
        .init(
            name: "Exploitation of children and young people",
            covers: "Sexual and criminal exploitation, and county lines.",
            measures: []),
        .init(name: "Hate crime", covers: "Crimes and incidents out of hostility to who somebody is.", measures: []),
        .init(
            name: "Preventing extremism", covers: "People drawn into terrorism, and the support that turns them away.",
            measures: []),
        .init(
            name: "Road safety", covers: "People killed and hurt on the roads, and driving that endangers them.",
            measures: []),
    ]
}

/// What is written about each of the top themes.
public enum ThemeAspect: String, Sendable, Hashable, CaseIterable, SQLConvertible {
    case who, `where`, when, change, why, done, missing

    public var title: String {
        switch self {
        case .who: "Who"
        case .where: "Where"
        case .when: "When"
        case .change: "How it changed"
        case .why: "Why"
        case .done: "What was done"
        case .missing: "What is not known"
        }
    }

    public var guidance: String {
        switch self {
        case .who: "Who is hurt, and who does it, as far as partners’ data tell. Nobody who could be recognised."
        case .where: "Which wards and places, and how few of them hold half of it."
        case .when: "Which months, days and hours."
        case .change: "How it differs from last year and the years before, with figures."
        case .why: "What the partners think caused it, and what speaks for that."
        case .done: "What the partnership did about it last year, and what came of it."
        case .missing: "Which data would be needed to know more, and who has them."
        }
    }
}
