import Foundation
import Storage
import Web

/// An object as OParl 1.1 tells it: its own address, its type, when it came and changed, and what is known of it. What is not
/// known is not there: no null, no empty text and no empty list (OParl 1.1, 2.4).
struct OParlObject: Sendable {
    enum Kind: String, Sendable {
        case system = "System"
        case body = "Body"
        case organization = "Organization"
        case person = "Person"
        case membership = "Membership"
        case meeting = "Meeting"
        case agendaItem = "AgendaItem"
        case paper = "Paper"
        case consultation = "Consultation"
        case file = "File"
        case location = "Location"
        case legislativeTerm = "LegislativeTerm"

        /// Where the list of them is.
        var list: Address { "/oparl/v1.1/\(step)" }

        private var step: String {
            switch self {
            case .system: "system"
            case .body: "bodies"
            case .organization: "organizations"
            case .person: "people"
            case .membership: "memberships"
            case .meeting: "meetings"
            case .agendaItem: "agenda-items"
            case .paper: "papers"
            case .consultation: "consultations"
            case .file: "files"
            case .location: "locations"
            case .legislativeTerm: "terms"
            }
        }
    }

    let kind: Kind
    let address: Address
    /// Nil where nothing was ever published.
    var created: Date?
    var modified: Date?
    /// It is there no more: nothing else is told of it.
    var isDeleted = false
    var fields: [String: OParlValue?] = [:]
    /// With the site before it.
    let outside: @Sendable (Address) -> String

    var id: String { outside(address) }
    /// As another object names it.
    var link: OParlValue { .text(id) }

    static let home = "https://schema.oparl.org/1.1/"
}

/// What stands under a name.
indirect enum OParlValue: Sendable {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([OParlValue])
    case object(OParlObject)

    /// "2016-02-09"
    static func day(_ day: Day?) -> OParlValue? { day.map { .text($0.description) } }
    static func time(_ time: Date?) -> OParlValue? { time.map { .text(OParlTime($0).description) } }

    fileprivate var isNothing: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .list(let values): values.isEmpty
        case .number, .truth, .object: false
        }
    }
}

/// A moment on London’s clocks, with how far they are from UTC: "2016-07-09T19:00:00+01:00" (RFC 3339).
struct OParlTime: CustomStringConvertible {
    let description: String

    init(_ time: Date) {
        let seconds = Int(time.timeIntervalSince1970.rounded(.down))
        let offset = TimeZone(identifier: "Europe/London")?.secondsFromGMT(for: time) ?? 0
        let local = Date(timeIntervalSince1970: Double(seconds + offset))
        let text = local.ISO8601Format(.iso8601.dateSeparator(.dash)).replacing("Z", with: "")
        description = text + (offset == 0 ? "+00:00" : "+0\(offset / 3600):00")
    }
}

extension OParlObject: Encodable {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) {
            stringValue = name
        }
        init?(stringValue: String) {
            self.init(stringValue)
        }
        init?(intValue: Int) {
            nil
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(id, forKey: Name("id"))
        try container.encode(Self.home + kind.rawValue, forKey: Name("type"))
        if let created { try container.encode(OParlTime(created).description, forKey: Name("created")) }
        if let modified { try container.encode(OParlTime(modified).description, forKey: Name("modified")) }
        guard !isDeleted else { return try container.encode(true, forKey: Name("deleted")) }
        for case (let name, let value?) in fields where !value.isNothing {
            try container.encode(value, forKey: Name(name))
        }
    }
}

extension OParlValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .truth(let truth): try container.encode(truth)
        case .list(let values): try container.encode(values)
        case .object(let object): try container.encode(object)
        }
    }
}
