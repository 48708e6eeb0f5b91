import type { Phrases } from './types.ts'

/** Site furniture in Vietnamese. */
export const vietnamese: Phrases = {
  home: 'Trang chủ',
  menu: ['Thế giới', 'Thời sự', 'Kinh doanh', 'Thể thao', 'Văn hóa', 'Khoa học', 'Góc nhìn'],
  by: 'Tác giả:',
  published: 'Đăng lúc',
  search: 'Tìm kiếm',
  share: [
    'Chia sẻ lên Facebook',
    'Chia sẻ lên Zalo',
    'Đăng lên X',
    'Gửi email',
    'Sao chép liên kết',
  ],
  related: 'Xem thêm',
  mostRead: 'Đọc nhiều',
  teasers: [
    'Mười cung đường đi bộ ven biển cho buổi sáng cuối tuần',
    'Tiệm sửa chữa trong ngõ nhỏ đông khách trở lại',
    'Trắc nghiệm: Bạn theo dõi tin tức tuần qua kỹ đến đâu?',
    'Bí quyết làm bánh mì men tự nhiên tại nhà',
    'Ô chữ hôm nay và lời giải hôm qua',
  ],
  newsletter: {
    title: 'Bản tin buổi sáng',
    text: 'Năm câu chuyện để bắt đầu ngày mới, gửi vào hộp thư của bạn lúc sáu giờ từ thứ hai đến thứ bảy.',
    button: 'Đăng ký',
  },
  subscribe: {
    title: 'Nội dung dành cho độc giả đăng ký',
    text: 'Vui lòng đăng ký để đọc tiếp bài viết. Tháng đầu chỉ 1.000 đồng, có thể hủy bất cứ lúc nào.',
    button: 'Xem các gói',
    signIn: 'Đã đăng ký? Đăng nhập',
  },
  cookies: {
    title: 'Chúng tôi tôn trọng quyền riêng tư của bạn',
    text: 'Chúng tôi và 84 đối tác lưu trữ cookie trên thiết bị của bạn để hiển thị quảng cáo, nội dung phù hợp và đo lường hiệu quả. Bạn có thể thay đổi lựa chọn bất cứ lúc nào.',
    accept: 'Đồng ý tất cả',
    reject: 'Tùy chỉnh',
  },
  advertisement: 'Quảng cáo',
  comments: 'bình luận',
  topics: 'Chủ đề',
  promotion: 'Tải ứng dụng để nhận tin nóng sớm nhất',
  correction: 'Phát hiện lỗi? Hãy viết cho tòa soạn.',
  agencyNote: 'Bài viết do hãng tin {agency} cung cấp và được đăng nguyên văn.',
  kicker: 'Thế giới',
  photo: 'Ảnh tư liệu',
  footer: ['Giới thiệu', 'Liên hệ', 'Chính sách bảo mật', 'Điều khoản', 'Quảng cáo', 'Tuyển dụng'],
  rights: 'Giữ bản quyền nội dung.',
  notFound: {
    title: 'Không tìm thấy trang',
    text: 'Trang bạn tìm đã được chuyển hoặc không còn tồn tại. Hãy thử lại từ trang chủ hoặc ô tìm kiếm.',
  },
}
