import Foundation
import Testing

@Suite("Whoever sends what is no request, or never ends one, is in nobody’s way", .timeLimit(.minutes(5)))
struct StallingTests {
    @Test("three hundred heads that are never finished shut nobody out, though few files may be open at first")
    func unfinished() async throws {
        try await Program.inFolder { program in
            let serving = try await Serving.start(
                program, within: ["sh", "-c", "ulimit -Sn 160; exec \"$0\" \"$@\""], "--data", "data", "--port", "0")
            let port = try #require(UInt16(try serving.port()))
            let silent = try (0..<300).map { _ in try Wire(to: port, saying: "GET / HTTP/1.1\r\nHost: x\r\n") }

            let wire = try Wire(to: port, saying: "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")

            #expect(wire.answer().hasPrefix("HTTP/1.1 200"))
            for one in silent { one.close() }
            _ = await serving.end()
        }
    }

    @Test(
        "what is no HTTP is answered as such and is no fault of ours",
        arguments: [
            "Transfer-Encoding: xchunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
        ])
    func malformed(rest: String) async throws {
        try await Program.inFolder { program in
            let serving = try await Serving.start(program, "--data", "data", "--port", "0")
            let port = try #require(UInt16(try serving.port()))
            let wire = try Wire(
                to: port,
                saying: "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + rest)
            #expect(wire.answer().hasPrefix("HTTP/1.1 400"))
            _ = await serving.end()
        }
    }
}

/// A connection on which anything can be said.
struct Wire {
    private let socket: Int32

    init(to port: UInt16, saying text: String) throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(socket >= 0)
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let socket = socket
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(connected == 0)
        let bytes = Array(text.utf8)
        try #require(send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
    }

    /// What comes until the other side ends it, or nothing came for ten seconds.
    func answer() -> String {
        defer { close() }
        var (answer, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer += buffer[..<count]
        }
    }

    func close() { _ = Foundation.close(socket) }
}
