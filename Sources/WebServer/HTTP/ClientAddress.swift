package import NIOCore

/// The address of a peer: what rates are counted by. Never stored in git.
package struct ClientAddress: Sendable, Hashable {
    /// 4 bytes of IPv4 or 16 of IPv6; none where the peer is not known (a Unix socket, a peer that has hung up).
    package let bytes: [UInt8]

    /// An address of these bytes. An IPv4 address inside IPv6 (`::ffff:a.b.c.d`) counts as the IPv4 address.
    package init(bytes: [UInt8]) {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        self.bytes = bytes.count == 16 && bytes.starts(with: mapped) ? Array(bytes.dropFirst(12)) : bytes
    }

    /// The address of a channel's peer.
    package init(_ address: SocketAddress?) {
        // Where `sockaddr_in` and `sockaddr_in6` keep the address.
        switch address {
        case .v4(let peer): self.init(bytes: withUnsafeBytes(of: peer.address) { Array($0[4..<8]) })
        case .v6(let peer): self.init(bytes: withUnsafeBytes(of: peer.address) { Array($0[8..<24]) })
        case .unixDomainSocket, nil: self.init(bytes: [])
        }
    }

    /// What shares one allowance: an IPv4 address, or the /64 network that one IPv6 subscriber is given.
    package var network: ClientAddress {
        bytes.count == 16 ? ClientAddress(bytes: Array(bytes.prefix(8))) : self
    }

    /// Whether the peer is surely this machine: 127.0.0.0/8 or ::1. An unknown peer is not.
    package var isLoopback: Bool {
        switch bytes.count {
        case 4: bytes[0] == 127
        case 16: bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
        default: false
        }
    }
}

extension ClientAddress: CustomStringConvertible {
    package var description: String {
        switch bytes.count {
        case 0: "unknown"
        case 4: bytes.map(String.init).joined(separator: ".")
        default:
            stride(from: 0, to: bytes.count - 1, by: 2)
                .map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }.joined(separator: ":")
        }
    }
}
