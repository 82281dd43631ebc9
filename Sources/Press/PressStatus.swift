// SPDX-License-Identifier: AGPL-3.0-or-later

extension Press {
    /// Whether papers and charts can be made now.
    public enum Status: Sendable, Hashable {
        /// A worker is at hand, or will be started by the first job.
        case available
        /// The worker died; another is being started, and jobs wait for it.
        case restarting
        /// There is none: why, and what to do about it.
        case missing(reason: String, advice: String)
        /// `stop()` was called.
        case stopped

        /// Whether it is worth asking.
        public var canDraw: Bool {
            switch self {
            case .available, .restarting: true
            case .missing, .stopped: false
            }
        }
    }
}

extension Press.Status: CustomStringConvertible {
    public var description: String {
        switch self {
        case .available: "Papers and charts can be made."
        case .restarting: "The worker that makes papers and charts is being restarted."
        case .missing(let reason, let advice): "Papers and charts can’t be made: \(reason). \(advice)"
        case .stopped: "The worker that makes papers and charts has been stopped."
        }
    }
}
