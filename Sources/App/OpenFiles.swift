import Foundation

/// How many files and connections the program may have open at once.
enum OpenFiles {
    /// More than the limits on connections let anybody take; some programs that are started look at each number below the
    /// limit, so that it is no higher.
    private static let most: rlim_t = 65_536

    /// Raises the limit, which is 1,024 mostly, as far as whoever started the program allows: a thousand connections that say
    /// nothing must not keep everybody out.
    static func raiseLimit() {
        var limit = rlimit()
        let ofFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(ofFiles, &limit) == 0, limit.rlim_cur < most else { return }
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, most))
        // Where it is refused, it stays as it was, which served until now.
        _ = setrlimit(ofFiles, &limit)
    }
}
