import Foundation
import Storage

/// Why somebody was not signed in, or a change to how they sign in was not made, in the words a person should read.
public enum SignInRefusal: Refused, Hashable {
    /// Never says whether it is the address or the password (S32).
    case notRecognised
    /// For so many seconds, after wrong tries.
    case wait(TimeInterval)
    case tooManyAtOnce
    case codeIsWrong
    /// The key that opens the secret of the second step is gone.
    case codeCannotBeChecked
    case passwordIsWrong
    /// The link was used, has ended, or was never made.
    case linkIsSpent
    /// An invitation chooses a first password and replaces none.
    case hasPassword
    /// The first of two steps was too long ago.
    case beginAgain

    public var reason: String {
        switch self {
        case .notRecognised: "The email address and the password do not match. Check both, or choose a new password"
        case .wait(let seconds):
            "There were too many wrong tries. Wait \(Self.words(seconds)) and try again, or choose a new password by email"
        case .tooManyAtOnce: "Very many people are signing in at once. Wait a minute and try again"
        case .codeIsWrong: "That code is wrong, or was used already. Wait for the next one"
        case .codeCannotBeChecked:
            "Codes from your telephone cannot be checked here just now, which is not your fault. Use one of your recovery "
                + "codes, or ask whoever looks after this system"
        case .passwordIsWrong: "That is not your password"
        case .linkIsSpent: "This link was used already, or is too old"
        case .hasPassword: "You have a password here already. Sign in with it to take part"
        case .beginAgain: "That took too long. Enter your email address and password again"
        }
    }

    private static func words(_ seconds: TimeInterval) -> String {
        switch Int(seconds.rounded(.up)) {
        case ...1: "a second"
        case let seconds where seconds < 60: "\(seconds) seconds"
        case let seconds where seconds <= 90: "a minute"
        case let seconds: "\((seconds + 59) / 60) minutes"
        }
    }
}
