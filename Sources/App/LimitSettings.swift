import Configuration
import Web

extension Limits {
    /// What the operator set, each limit by the name of its class or room: `limitPublicPage`, `roomVisitors`.
    init(_ config: ConfigReader) throws(SettingsFault) {
        self.init()
        for (kind, standard) in aMinute {
            aMinute[kind] = try Settings.number(kind.setting, config, default: standard, range: 0...10_000_000)
        }
        for (room, standard) in places {
            places[room] = try Settings.number(room.setting, config, default: standard, range: 1...100_000)
        }
    }
}

extension RouteClass {
    fileprivate var setting: String { "limit" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension Room.Name {
    fileprivate var setting: String { "room" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
