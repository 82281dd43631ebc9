/// What whoever runs the program asks of it at the command line, whether it serves at that moment or not.
public enum Order: Codable, Hashable, Sendable {
    /// Everything is copied to a new folder, whose path begins at the root.
    case backUp(to: String)
    /// Every entry and every kept file is looked at.
    case verify
    /// What search can find is gathered anew.
    case reindex
    /// - `of`: which partnership, by its name or host name, where there are several.
    case people(People, of: String?)
    case partnerships(Partnerships)

    /// What is asked about those who sign in.
    public enum People: Codable, Hashable, Sendable {
        case list
        /// - `site`: how people reach it, where that is said anew.
        case invite(email: String, name: String?, site: String?)
        case reset(email: String, secondStep: Bool, site: String?)
        case disable(email: String, why: String?)
    }

    /// What is asked about which partnerships are served.
    public enum Partnerships: Codable, Hashable, Sendable {
        case list
        case add(name: String, host: String, district: String?)
        /// - `one`: by its name, or the host name it has.
        case move(one: String, host: String)
    }

    /// What came of it, in lines for whoever asked.
    public struct Outcome: Codable, Hashable, Sendable {
        public let said: [String]
        /// What is not as it should be; nothing where all is well.
        public let complaints: [String]

        init(_ said: [String], complaints: [String] = []) {
            (self.said, self.complaints) = (said, complaints)
        }
    }

    /// A line of the answer, which is told as the work goes on. One of the last two ends it.
    enum Answer: Codable, Hashable, Sendable {
        case progress(String, done: Int, of: Int)
        case done(Outcome)
        case failed(String)
    }
}

/// An order could not be carried out, and what to do.
enum OrderFault: Error, Hashable, CustomStringConvertible {
    case noWholePath(String)
    /// The folder is held by a program that takes no orders.
    case nobodyListens(folder: String, process: Int?)
    /// The program that serves does not know what is asked.
    case otherVersion(folder: String)
    case brokenOff(folder: String)
    case stopping
    /// What the program that serves said, in its words.
    case refused(String)

    var description: String {
        switch self {
        case .noWholePath(let path): "‘\(path)’ is no whole path: one begins with /, like /backups/2026-11-23."
        case .nobodyListens(let folder, let process):
            "The data folder ‘\(folder)’ is in use by \(process.map { "process \($0)" } ?? "another process"), which "
                + "takes no orders: it is just starting, imports files, or is an earlier version of the program. Wait "
                + "until it is done, or stop it first."
        case .otherVersion(let folder):
            "The program that serves ‘\(folder)’ is of another version than this command, and does not know what it "
                + "asks. Start it again with this version, and try again."
        case .brokenOff(let folder):
            "The program that serves ‘\(folder)’ ended before this was done. See what its log says, and try again when "
                + "it serves."
        case .stopping: "The program is being stopped, so this was not done. Try again when it serves."
        case .refused(let reason): reason
        }
    }
}
